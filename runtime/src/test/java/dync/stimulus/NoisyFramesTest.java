package dync.stimulus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dync.runtime.Stimulus;
import dync.runtime.Tensors;
import dync.runtime.UserError;
import dync.stimulus.Noisy.Change;
import dync.stimulus.course.Duration;
import dync.stimulus.noise.BlurredNoise;
import dync.stimulus.noise.GaussianNoise;
import dync.stimulus.noise.ImageSpectrum;
import dync.stimulus.noise.Noise;
import dync.stimulus.noise.NoiseLevel;
import dync.stimulus.noise.NoiseLevel.Over;
import dync.stimulus.noise.PhaseScrambled;
import dync.stimulus.noise.PoissonNoise;
import dync.stimulus.noise.SaltAndPepper;
import dync.stimulus.noise.UniformNoise;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NoisyFramesTest {
    private final PointerScope scope = new PointerScope();
    private final Tensor images = Tensors.waves(ScalarType.Float, 4, 3, 8, 8);

    @AfterEach
    void free() {
        scope.close();
    }

    static Stream<Noise> kinds() {
        return Stream.of(
                new UniformNoise(),
                new GaussianNoise(),
                new BlurredNoise(7),
                new SaltAndPepper(0.5),
                new PoissonNoise(),
                new PhaseScrambled(-1),
                new ImageSpectrum());
    }

    private static Noisy noisy(Noise noise, Over over, Change change) {
        return Noisy.seeded(noise, NoiseLevel.signalShare(0.6).over(over), change, 7)
                .withBackground();
    }

    private static Stimulus shown(Tensor images, Noisy noisy, Place place) {
        Schedule schedule = Schedule.of(Duration.of(2, 3).moments(7, 2, new Random(0)), 2, 0, 0);
        return schedule.stimulus(images, Appearance.noisy(noisy, 0), place);
    }

    private static double[] frame(Stimulus stimulus, int step) {
        return Tensors.values(stimulus.frame("input", step));
    }

    private static Stream<Change> changes(Noise noise) {
        return Arrays.stream(Change.values())
                .filter(change -> change != Change.CORRELATED || !(noise instanceof PoissonNoise));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theNoiseOfAnImageDoesNotDependOnTheBatchIfItIsMeasuredAlone(Noise noise) {
        changes(noise).forEach(change -> {
            Noisy noisy = noisy(noise, Over.IMAGE, change);
            Stimulus together = shown(images, noisy, new Place(1, 0, 8));
            Stimulus alone = shown(images.narrow(0, 2, 1), noisy, new Place(1, 10, 10));
            for (int step : new int[] {0, 3, 4}) {
                double[] all = frame(together, step);
                int each = all.length / 4;
                double[] own = frame(alone, step);
                assertThat(own).isNotEqualTo(new double[each]);
                for (int i = 0; i < each; i++) {
                    assertThat(all[2 * each + i]).isCloseTo(own[i], within(1e-5));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void framesAreTheSameInWhateverOrderTheyAreAskedFor(Noise noise) {
        changes(noise).forEach(change -> {
            for (Over over : Over.values()) {
                Noisy noisy = noisy(noise, over, change);
                Stimulus forwards = shown(images, noisy, new Place(0, 3, 12));
                double[][] frames = new double[7][];
                for (int step = 0; step < 7; step++) {
                    frames[step] = frame(forwards, step);
                    assertThat(frames[step]).doesNotContain(Double.NaN);
                }
                Stimulus anyhow = shown(images, noisy, new Place(0, 3, 12));
                for (int step : new int[] {6, 2, 3, 3, 0, 5, 1, 4}) {
                    assertThat(frame(anyhow, step)).containsExactly(frames[step]);
                }
                assertThat(frame(shown(images, noisy, new Place(1, 3, 12)), 3))
                        .as("in the next pass")
                        .isNotEqualTo(frames[3]);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aBackgroundIsNeverCleanAndAboutAsStrongAsTheNoiseOnTheImage(Noise noise) {
        Tensor large = Tensors.waves(ScalarType.Float, 2, 1, 64, 64);
        Noisy noisy = noisy(noise, Over.IMAGE, Change.DYNAMIC);
        double[] blank = frame(shown(large, noisy, Place.BEGINNING), 0);
        double power = Arrays.stream(blank).map(x -> x * x).average().orElseThrow();
        // sine waves have a variance of 1/2; a third of the whole power is a ratio of 1.5
        assertThat(power).isBetween(0.5 / 1.5 * 0.85, 0.5 / 1.5 * 1.15);
    }

    @Test
    void slowNoiseGoesOnThroughAnOnset() {
        Tensor large = Tensors.waves(ScalarType.Float, 1, 1, 128, 128);
        Noisy slow = noisy(new GaussianNoise(), Over.BATCH, Change.CORRELATED).correlated(200);
        Stimulus stimulus = shown(large, slow, Place.BEGINNING);
        double[] blank = frame(stimulus, 1);
        double[] image = frame(stimulus, 2);
        double[] clean = Tensors.values(large);
        double distance = 0;
        double power = 0;
        for (int i = 0; i < blank.length; i++) {
            double onImage = image[i] - clean[i];
            distance += (onImage - blank[i]) * (onImage - blank[i]);
            power += blank[i] * blank[i];
        }
        // E (z' - z)² = 2 (1 - ρ), ρ = exp(-2 / 200)
        assertThat(distance / power).isCloseTo(2 * (1 - Math.exp(-0.01)), within(0.004));
    }

    @Test
    void theNoiseStaysWhenTheContrastFalls() {
        Schedule schedule = Schedule.of(Duration.of(0, 3).moments(3, 2, new Random(0)), 2, 0, 0);
        Noisy noisy = noisy(new GaussianNoise(), Over.IMAGE, Change.DYNAMIC);
        double[] clean = Tensors.values(images);
        double[] full = frame(schedule.stimulus(images, Appearance.noisy(noisy, 0), Place.BEGINNING), 1);
        Appearance faint = new Appearance(0.25, Anchor.dataMean(), 0, Optional.of(noisy));
        double[] quarter = frame(schedule.stimulus(images, faint, Place.BEGINNING), 1);
        for (int i = 0; i < clean.length; i++) {
            assertThat(quarter[i] - 0.25 * clean[i]).isCloseTo(full[i] - clean[i], within(1e-5));
        }
    }

    @Test
    void settingsThatContradictEachOtherAreRefused() {
        assertThatThrownBy(() -> settings(new GaussianNoise(), Optional.of(0.5), Optional.of(1.0), Change.DYNAMIC))
                .isInstanceOf(UserError.class)
                .hasMessage("noise has both a signal_share and an snr");
        assertThatThrownBy(() -> settings(new GaussianNoise(), Optional.of(0.0), Optional.empty(), Change.DYNAMIC))
                .hasMessage("no signal at all would need gaussian noise of infinite power");
        settings(new SaltAndPepper(0.5), Optional.of(0.0), Optional.empty(), Change.DYNAMIC);
        assertThatThrownBy(() -> settings(new PoissonNoise(), Optional.empty(), Optional.empty(), Change.CORRELATED)
                        .noisy())
                .hasMessage("poisson noise cannot be correlated in time: each step counts anew");
        assertThat(settings(new GaussianNoise(), Optional.empty(), Optional.of(4.0), Change.STATIC)
                        .noisy()
                        .level())
                .isEqualTo(new NoiseLevel(4, Over.IMAGE));
    }

    private static NoiseSettings settings(Noise noise, Optional<Double> share, Optional<Double> snr, Change change) {
        return new NoiseSettings(noise, share, snr, change, 20, false, Over.IMAGE, 0);
    }
}
