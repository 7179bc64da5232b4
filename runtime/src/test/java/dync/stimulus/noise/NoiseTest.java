package dync.stimulus.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.runtime.Tensors;
import dync.runtime.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NoiseTest {
    private final PointerScope scope = new PointerScope();
    private final Tensor images = Tensors.waves(ScalarType.Float, 8, 3, 24, 20);

    @AfterEach
    void free() {
        scope.close();
    }

    private static SeededDraws draws(long seed) {
        return new SeededDraws(new Device("cpu"), seed);
    }

    private static double variance(Tensor tensor) {
        return tensor.var(true).item_double();
    }

    private Tensor noise(Noise kind, NoiseLevel level) {
        return kind.on(images, level, draws(5)).sub(images);
    }

    @Test
    void everyKindHasThePowerThatTheLevelStates() {
        NoiseLevel level = new NoiseLevel(4);
        double wanted = variance(images) / 4;
        // kinds that are scaled to the power have it exactly, the others as closely as 11,520 draws tell it
        Map<Noise, Double> kinds = Map.of(
                new UniformNoise(),
                5.0,
                new GaussianNoise(),
                5.0,
                new BlurredNoise(5),
                0.01,
                new PoissonNoise(),
                0.01,
                new PhaseScrambled(-1),
                0.01,
                new ImageSpectrum(),
                0.01);
        kinds.forEach((kind, percent) -> assertThat(variance(noise(kind, level)))
                .as(kind.name())
                .isCloseTo(wanted, Percentage.withPercentage(percent)));
        Tensor corruption = noise(new SaltAndPepper(0.5), level);
        assertThat(corruption.square().mean().item_double()).isCloseTo(wanted, Percentage.withPercentage(10));
    }

    @Test
    void imageAndItsPlaceAreLeftAlone() {
        double[] before = Tensors.values(images);
        for (Noise kind : List.of(new GaussianNoise(), new SaltAndPepper(0.5), new PoissonNoise())) {
            Tensor noisy = kind.on(images, new NoiseLevel(1), draws(1));
            assertThat(noisy.shape()).containsExactly(images.shape());
            assertThat(noisy.scalar_type().intern()).isEqualTo(ScalarType.Float);
        }
        assertThat(Tensors.values(images)).containsExactly(before);
        assertThat(new GaussianNoise().on(images, NoiseLevel.signalShare(1), draws(1)))
                .isSameAs(images);
    }

    @Test
    void seededDrawsComeAgainAndDoNotTouchTheRandomNumbersOfOthers() {
        torch.manual_seed(7);
        double[] alone = Tensors.values(torch.rand(4));
        torch.manual_seed(7);
        double[] once = Tensors.values(new GaussianNoise().on(images, new NoiseLevel(1), draws(2)));
        assertThat(Tensors.values(torch.rand(4))).containsExactly(alone);
        assertThat(Tensors.values(new GaussianNoise().on(images, new NoiseLevel(1), draws(2))))
                .containsExactly(once);
        assertThat(Tensors.values(new GaussianNoise().on(images, new NoiseLevel(1), draws(3))))
                .isNotEqualTo(once);
    }

    @Test
    void saltAndPepperReplaceByTheExtremesAndEverythingWithoutSignal() {
        double largest = images.max().item_double();
        double smallest = images.min().item_double();
        double[] nothingLeft = Tensors.values(new SaltAndPepper(0.25).on(images, NoiseLevel.signalShare(0), draws(1)));
        assertThat(nothingLeft).containsOnly(largest, smallest);
        double salt = Arrays.stream(nothingLeft).filter(x -> x == largest).count() / (double) nothingLeft.length;
        assertThat(salt).isEqualTo(0.25, Offset.offset(0.02));
        assertThat(Tensors.values(new SaltAndPepper(1).on(images, NoiseLevel.signalShare(0), draws(1))))
                .containsOnly(largest);
    }

    @Test
    void anEvenImageHasNoPowerAndStaysAsItIs() {
        Tensor even = torch.ones(2, 3, 8, 8);
        for (Noise kind : List.of(
                new UniformNoise(),
                new GaussianNoise(),
                new BlurredNoise(3),
                new SaltAndPepper(0.5),
                new PoissonNoise(),
                new PhaseScrambled(-1))) {
            assertThat(Tensors.values(kind.on(even, new NoiseLevel(1), draws(1))))
                    .as(kind.name())
                    .containsOnly(1);
        }
    }

    @Test
    void blurredNoiseIsSharedByNeighboursAndWhiteNoiseIsNot() {
        assertThat(neighbours(noise(new BlurredNoise(7), new NoiseLevel(1)))).isGreaterThan(0.6);
        assertThat(Math.abs(neighbours(noise(new GaussianNoise(), new NoiseLevel(1)))))
                .isLessThan(0.05);
    }

    private static double neighbours(Tensor noise) {
        long width = noise.size(3);
        Tensor product = noise.narrow(3, 0, width - 1).mul(noise.narrow(3, 1, width - 1));
        return product.mean().item_double() / variance(noise);
    }

    @Test
    void theScrambledSpectrumOfImagesIsThatOfTheImages() {
        // odd sizes: no frequency is its own mirror image but 0, so that off the axes amplitudes are kept exactly
        Tensor odd = images.narrow(2, 0, 23).narrow(3, 0, 19).contiguous();
        Tensor noise = new ImageSpectrum().on(odd, new NoiseLevel(1), draws(5)).sub(odd);
        Tensor amplitude = torch.fft_fft2(odd).abs().mean(0, 1);
        Tensor scrambled = torch.fft_fft2(noise).abs().mean(0, 1);
        Tensor off = amplitude.narrow(0, 1, 22).narrow(1, 1, 18).flatten();
        Tensor there = scrambled.narrow(0, 1, 22).narrow(1, 1, 18).flatten();
        double[] ratios = Tensors.values(there.div(off));
        double mean = Arrays.stream(ratios).average().orElseThrow();
        assertThat(Arrays.stream(ratios).boxed())
                .allSatisfy(ratio -> assertThat(ratio).isEqualTo(mean, Offset.offset(0.01 * mean)));
    }

    @Test
    void valuesOutOfRangeAreRefusedWithTheWayToMendThem() {
        assertThatThrownBy(() -> NoiseLevel.signalShare(1.2))
                .isInstanceOf(UserError.class)
                .hasMessage("a signal share of 1.2 is not possible");
        assertThatThrownBy(() -> new NoiseLevel(-1)).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> new NoiseLevel(Double.NaN)).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> new BlurredNoise(4))
                .isInstanceOf(UserError.class)
                .hasMessage("a kernel of 4 pixels has no centre and neighbours");
        assertThatThrownBy(() -> new SaltAndPepper(-0.1)).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> new PhaseScrambled(Double.NaN)).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> new PoissonNoise().on(images, NoiseLevel.signalShare(0), draws(1)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("infinite power");
    }
}
