package dync.stimulus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.runtime.Stimulus;
import dync.runtime.Tensors;
import dync.runtime.UserError;
import dync.stimulus.Noisy.Change;
import dync.stimulus.course.Duration;
import dync.stimulus.course.Interval;
import dync.stimulus.course.Span;
import dync.stimulus.course.Throughout;
import dync.stimulus.course.TimeCourse;
import dync.stimulus.noise.GaussianNoise;
import dync.stimulus.noise.NoiseLevel;
import dync.stimulus.noise.SaltAndPepper;
import java.util.Arrays;
import java.util.Optional;
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

    private Stimulus shown(TimeCourse course, int steps, Appearance appearance, long batch) {
        Schedule schedule = Schedule.of(course.moments(steps, 1, new Random(0)), 1, 0, 0);
        return schedule.stimulus(images, appearance, new Place(0, batch, 2 * batch));
    }

    private Stimulus shown(TimeCourse course, int steps, Noisy noisy, long batch) {
        return shown(course, steps, Appearance.noisy(noisy, 0.5f), batch);
    }

    private static Duration once(int intro, int shown) {
        return Duration.of(intro, shown);
    }

    private static Interval twice(int intro, int shown, int interval) {
        return new Interval(Span.steps(intro), Span.steps(shown), Span.steps(interval), TimeCourse.Pair.SAME);
    }

    private static double[] frame(Stimulus stimulus, int step) {
        return Tensors.values(stimulus.frame("input", step));
    }

    @Test
    void aContrastScalesTheImageAndNotTheBlank() {
        Stimulus faint = shown(once(1, 2), 4, Appearance.contrast(0.25, 0.5f), 0);
        double[] quarter = Arrays.stream(Tensors.values(images)).map(x -> x / 4).toArray();
        assertThat(frame(faint, 1)).containsExactly(quarter);
        assertThat(faint.frame("input", 2)).isSameAs(faint.frame("input", 1));
        assertThat(frame(faint, 0)).containsOnly(0.5);
        assertThat(faint.frame("input", 3)).isSameAs(faint.frame("input", 0));
    }

    @Test
    void frozenNoiseIsOneTensorForAllSteps() {
        Noisy frozen = Noisy.seeded(new GaussianNoise(), EQUAL, Change.STATIC, 3);
        Stimulus stimulus = shown(twice(1, 2, 1), 7, frozen, 0);
        assertThat(memory(stimulus, 5)).isEqualTo(memory(stimulus, 1));
        assertThat(memory(stimulus, 3)).isEqualTo(memory(stimulus, 0));
        assertThat(frame(stimulus, 1)).isNotEqualTo(Tensors.values(images));
        assertThat(frame(stimulus, 0)).containsOnly(0.5);
        assertThat(changes(stimulus)).isEqualTo("101101");
    }

    private static long memory(Stimulus stimulus, int step) {
        return stimulus.frame("input", step).data_ptr().address();
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
        assertThat(changes(shown(once(2, 3), 7, dynamic, 0))).isEqualTo("011110");
        assertThat(changes(shown(once(2, 3), 7, dynamic.withBackground(), 0))).isEqualTo("111111");
        assertThat(changes(shown(once(2, 3), 7, Appearance.plain(0.5f), 0))).isEqualTo("010010");
    }

    @Test
    void dynamicNoiseHangsOnSeedBatchAndStepAlone() {
        Noisy dynamic = Noisy.seeded(new GaussianNoise(), EQUAL, Change.DYNAMIC, 3);
        Stimulus stimulus = shown(new Throughout(), 4, dynamic, 8);
        double[] third = frame(stimulus, 2);
        double[] first = frame(stimulus, 0);
        assertThat(first).isNotEqualTo(third);
        assertThat(frame(stimulus, 2)).as("asked again").containsExactly(third);
        assertThat(frame(shown(new Throughout(), 9, dynamic, 8), 2)).containsExactly(third);
        assertThat(frame(shown(new Throughout(), 4, dynamic, 9), 2)).isNotEqualTo(third);
        Noisy otherwise = Noisy.seeded(new GaussianNoise(), EQUAL, Change.DYNAMIC, 4);
        assertThat(frame(shown(new Throughout(), 4, otherwise, 8), 2)).isNotEqualTo(third);
    }

    @Test
    void aBackgroundHasThePowerOfTheNoiseOnTheImage() {
        Noisy noisy = Noisy.seeded(new GaussianNoise(), new NoiseLevel(4), Change.DYNAMIC, 1);
        assertThat(frame(shown(once(1, 2), 4, noisy, 0), 0)).containsOnly(0.5);
        double[] blank = frame(shown(once(1, 2), 4, noisy.withBackground(), 0), 0);
        double variance =
                Arrays.stream(blank).map(x -> (x - 0.5) * (x - 0.5)).average().orElseThrow();
        // the image is made of sine waves, of variance 1/2; 120 numbers tell a variance to within 13 %
        assertThat(variance).isBetween(0.125 * 0.6, 0.125 * 1.4);
    }

    @Test
    void withoutNoiseNothingIsDrawn() {
        Noisy none = new Noisy(new SaltAndPepper(0.5), NoiseLevel.none(), Change.DYNAMIC, 1, true, (d, b, i, t, s) -> {
            throw new AssertionError("drawn");
        });
        assertThat(frame(shown(new Throughout(), 3, none, 0), 1)).containsExactly(Tensors.values(images));
    }

    @Test
    void whatDoesNotFitOrHasNoMeaningIsRefused() {
        assertThatThrownBy(() -> shown(twice(1, 3, 2), 8, Appearance.plain(0.5f), 0))
                .isInstanceOf(UserError.class)
                .hasMessage("intro 1 + shown 3 + interval 2 + shown 3 make 9 steps, and the run has 8")
                .satisfies(error -> assertThat(((UserError) error).help())
                        .hasValueSatisfying(help -> assertThat(help).contains("at least 9 steps")));
        assertThatThrownBy(() -> shown(new Duration(Span.steps(5), Optional.empty()), 4, Appearance.plain(0.5f), 0))
                .hasMessage("intro 5 make 5 steps, and the run has 4");
        assertThatThrownBy(() -> once(-1, 2)).hasMessage("a length of -1.0 is not possible");
        assertThatThrownBy(() -> Appearance.contrast(Double.NaN, 0)).isInstanceOf(UserError.class);
        Noisy drowned = Noisy.seeded(new GaussianNoise(), NoiseLevel.signalShare(0), Change.DYNAMIC, 1);
        assertThatThrownBy(() -> shown(new Throughout(), 4, drowned, 0))
                .isInstanceOf(UserError.class)
                .hasMessage("no signal at all would need gaussian noise of infinite power");
    }
}
