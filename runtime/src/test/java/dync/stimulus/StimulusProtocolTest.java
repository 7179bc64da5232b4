package dync.stimulus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.runtime.Stimulus;
import dync.runtime.Tensors;
import dync.runtime.UserError;
import dync.stimulus.Noisy.Change;
import dync.stimulus.noise.GaussianNoise;
import dync.stimulus.noise.NoiseLevel;
import dync.stimulus.noise.SaltAndPepper;
import java.util.Arrays;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StimulusProtocolTest {
    private static final NoiseLevel EQUAL = new NoiseLevel(1);

    private final PointerScope scope = new PointerScope();
    private final Tensor images = Tensors.waves(ScalarType.Float, 2, 3, 4, 5);

    @AfterEach
    void free() {
        scope.close();
    }

    private Stimulus shown(Exposure exposure, int steps, Appearance appearance, long batch) {
        return exposure.schedule(steps, 1, 0, new Random(0)).stimulus(images, 0.5f, appearance, batch);
    }

    private static double[] frame(Stimulus stimulus, int step) {
        return Tensors.values(stimulus.frame("input", step));
    }

    @Test
    void aContrastScalesTheImageAndNotTheBlank() {
        Stimulus faint = shown(Exposure.once(1, 2), 4, new Contrast(0.25), 0);
        double[] quarter = Arrays.stream(Tensors.values(images)).map(x -> x / 4).toArray();
        assertThat(frame(faint, 1)).containsExactly(quarter);
        assertThat(faint.frame("input", 2)).isSameAs(faint.frame("input", 1));
        assertThat(frame(faint, 0)).containsOnly(0.5);
        assertThat(faint.frame("input", 3)).isSameAs(faint.frame("input", 0));
    }

    @Test
    void frozenNoiseIsOneTensorForAllSteps() {
        Noisy frozen = Noisy.seeded(new GaussianNoise(), EQUAL, Change.FROZEN, 3);
        Stimulus stimulus = shown(Exposure.twice(1, 2, 1), 7, frozen, 0);
        assertThat(stimulus.frame("input", 5)).isSameAs(stimulus.frame("input", 1));
        assertThat(frame(stimulus, 1)).isNotEqualTo(Tensors.values(images));
        assertThat(frame(stimulus, 0)).containsOnly(0.5);
        assertThat(changes(stimulus)).isEqualTo("101101");
    }

    private static String changes(Stimulus stimulus) {
        StringBuilder text = new StringBuilder();
        for (int t = 1; t < stimulus.steps(); t++) {
            text.append(stimulus.changes(t) ? '1' : '0');
        }
        return text.toString();
    }

    @Test
    void whatIsNewAtEveryStepSaysSo() {
        Noisy dynamic = Noisy.seeded(new GaussianNoise(), EQUAL, Change.DYNAMIC, 3);
        assertThat(changes(shown(Exposure.once(2, 3), 7, dynamic, 0))).isEqualTo("011110");
        assertThat(changes(shown(Exposure.once(2, 3), 7, dynamic.withBackground(), 0)))
                .isEqualTo("111111");
        assertThat(changes(shown(Exposure.once(2, 3), 7, Appearance.PLAIN, 0))).isEqualTo("010010");
    }

    @Test
    void dynamicNoiseHangsOnSeedBatchAndStepAlone() {
        Noisy dynamic = Noisy.seeded(new GaussianNoise(), EQUAL, Change.DYNAMIC, 3);
        Stimulus stimulus = shown(Exposure.throughout(), 4, dynamic, 8);
        double[] third = frame(stimulus, 2);
        double[] first = frame(stimulus, 0);
        assertThat(first).isNotEqualTo(third);
        assertThat(frame(stimulus, 2)).as("asked again").containsExactly(third);
        assertThat(frame(shown(Exposure.throughout(), 9, dynamic, 8), 2)).containsExactly(third);
        assertThat(frame(shown(Exposure.throughout(), 4, dynamic, 9), 2)).isNotEqualTo(third);
        Noisy otherwise = Noisy.seeded(new GaussianNoise(), EQUAL, Change.DYNAMIC, 4);
        assertThat(frame(shown(Exposure.throughout(), 4, otherwise, 8), 2)).isNotEqualTo(third);
    }

    @Test
    void aBackgroundHasThePowerOfTheNoiseOnTheImage() {
        Noisy noisy = Noisy.seeded(new GaussianNoise(), new NoiseLevel(4), Change.DYNAMIC, 1);
        assertThat(frame(shown(Exposure.once(1, 2), 4, noisy, 0), 0)).containsOnly(0.5);
        double[] blank = frame(shown(Exposure.once(1, 2), 4, noisy.withBackground(), 0), 0);
        double variance =
                Arrays.stream(blank).map(x -> (x - 0.5) * (x - 0.5)).average().orElseThrow();
        // the image is made of sine waves, of variance 1/2; 120 numbers tell a variance to within 13 %
        assertThat(variance).isBetween(0.125 * 0.6, 0.125 * 1.4);
    }

    @Test
    void withoutNoiseNothingIsDrawn() {
        Noisy none = new Noisy(new SaltAndPepper(0.5), NoiseLevel.none(), Change.DYNAMIC, true, (d, b, t, s) -> {
            throw new AssertionError("drawn");
        });
        assertThat(frame(shown(Exposure.throughout(), 3, none, 0), 1)).containsExactly(Tensors.values(images));
    }

    @Test
    void whatDoesNotFitOrHasNoMeaningIsRefused() {
        assertThatThrownBy(() -> shown(Exposure.twice(1, 3, 2), 8, Appearance.PLAIN, 0))
                .isInstanceOf(UserError.class)
                .hasMessage("the image is shown until step 9, the run has 8 steps: 1 blank, 3 shown, 2 blank, 3 shown"
                        + " again")
                .satisfies(error -> assertThat(((UserError) error).help())
                        .hasValueSatisfying(help -> assertThat(help).contains("at least 9 steps")));
        assertThatThrownBy(() -> shown(Exposure.once(5, Exposure.TO_THE_END), 4, Appearance.PLAIN, 0))
                .hasMessageContaining("the run has 4 steps");
        assertThatThrownBy(() -> Exposure.once(-1, 2)).hasMessage("-1 blank steps at the beginning are not possible");
        assertThatThrownBy(() -> new Contrast(Double.NaN)).isInstanceOf(UserError.class);
        Noisy drowned = Noisy.seeded(new GaussianNoise(), NoiseLevel.signalShare(0), Change.DYNAMIC, 1);
        assertThatThrownBy(() -> shown(Exposure.throughout(), 4, drowned, 0))
                .isInstanceOf(UserError.class)
                .hasMessage("no signal at all would need gaussian noise of infinite power");
    }
}
