package dync.stimulus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dync.runtime.Stimulus;
import dync.runtime.Tensors;
import dync.runtime.UserError;
import dync.stimulus.course.ContrastRamp;
import dync.stimulus.course.Interval;
import dync.stimulus.course.Moving;
import dync.stimulus.course.Rapid;
import dync.stimulus.course.Span;
import dync.stimulus.course.TimeCourse;
import dync.stimulus.course.Transition;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LooksTest {
    private static final int PIXELS = 2 * 2 * 3;

    private final PointerScope scope = new PointerScope();
    private final Tensor images = Tensors.waves(ScalarType.Float, 3, 2, 2, 3);
    private final double[] values = Tensors.values(images);

    @AfterEach
    void free() {
        scope.close();
    }

    private Stimulus shown(TimeCourse course, int steps, Appearance appearance) {
        return Schedule.of(course.moments(steps, 1, new Random(0)), 1, 0, 0)
                .stimulus(images, appearance, Place.BEGINNING);
    }

    private static double[] frame(Stimulus stimulus, int step) {
        return Tensors.values(stimulus.frame("input", step));
    }

    private double[] image(int sample) {
        return Arrays.copyOfRange(values, PIXELS * (sample % 3), PIXELS * (sample % 3 + 1));
    }

    @Test
    void everySampleSeesTheImagesThatFollowItsOwn() {
        Stimulus rapid = shown(new Rapid(3, Span.steps(2), Span.NONE, Span.NONE), 6, Appearance.plain(0));
        for (int step = 0; step < 6; step++) {
            double[] seen = frame(rapid, step);
            for (int sample = 0; sample < 3; sample++) {
                assertThat(Arrays.copyOfRange(seen, PIXELS * sample, PIXELS * (sample + 1)))
                        .containsExactly(image(sample + step / 2));
            }
        }
        assertThat(rapid.changes(1)).isFalse();
        assertThat(rapid.changes(2)).isTrue();
        assertThatThrownBy(() -> shown(new Rapid(4, Span.steps(1), Span.NONE, Span.NONE), 6, Appearance.plain(0)))
                .isInstanceOf(UserError.class);
    }

    @Test
    void aFadeIsTheWeightedMeanOfTwoImages() {
        Stimulus fading = shown(
                new Transition(Span.NONE, Span.steps(1), Span.steps(3), Optional.empty()), 6, Appearance.plain(0));
        double[] second = frame(fading, 1);
        for (int i = 0; i < PIXELS; i++) {
            assertThat(second[i]).isCloseTo(0.75 * image(0)[i] + 0.25 * image(1)[i], within(1e-6));
        }
        assertThat(Arrays.copyOf(frame(fading, 5), PIXELS)).containsExactly(image(1));
    }

    @Test
    void aMovingImageComesInOnTheOtherSide() {
        double[] later = frame(shown(new Moving(1, -1, Span.NONE), 3, Appearance.plain(0)), 1);
        // channel 0 of sample 0: rows of three, moved right by one and up by one
        double[] own = image(0);
        assertThat(Arrays.copyOf(later, 6)).containsExactly(own[5], own[3], own[4], own[2], own[0], own[1]);
    }

    @Test
    void contrastIsMeasuredFromWhatIsSaid() {
        TimeCourse ramp = new ContrastRamp(Span.NONE, 0, 1, Span.steps(2));
        Appearance data = new Appearance(1, Anchor.dataMean(), 0.5f, Optional.empty());
        assertThat(Arrays.stream(frame(shown(ramp, 3, data), 0)).allMatch(x -> x == 0))
                .isTrue();
        assertThat(frame(shown(ramp, 3, data), 2)).containsExactly(values);
        Appearance black = new Appearance(0.5, new Anchor.Black(List.of(-1.0, -2.0)), 0, Optional.empty());
        assertThat(frame(shown(ramp, 3, black), 0)[0]).isEqualTo(-1);
        assertThat(frame(shown(ramp, 3, black), 0)[6]).isEqualTo(-2);
        assertThat(frame(shown(ramp, 3, black), 2)[6]).isCloseTo((values[6] - 2) / 2, within(1e-6));
        Appearance mean = new Appearance(1, new Anchor.ImageMean(), 0, Optional.empty());
        double first = Arrays.stream(image(0)).limit(6).average().orElseThrow();
        assertThat(frame(shown(ramp, 3, mean), 0)[3]).isCloseTo(first, within(1e-6));
    }

    @Test
    void idleStepsSeeTheBlank() {
        TimeCourse pair = new Interval(Span.NONE, Span.steps(1), Span.steps(1), TimeCourse.Pair.SAME);
        assertThat(Tensors.values(
                        shown(pair, 3, Appearance.plain(0.25f)).idle("input").orElseThrow()))
                .containsOnly(0.25);
    }

    @Test
    void aSceneThatStaysIsMadeOnceAndOutlivesTheStepThatMadeIt() {
        Stimulus rapid = shown(new Rapid(2, Span.steps(3), Span.NONE, Span.NONE), 6, Appearance.plain(0));
        long[] memory = new long[6];
        double[][] seen = new double[6][];
        for (int step = 0; step < 6; step++) {
            try (PointerScope inner = new PointerScope()) {
                Tensor frame = rapid.frame("input", step);
                memory[step] = frame.data_ptr().address();
                seen[step] = Tensors.values(frame);
            }
        }
        assertThat(memory[4]).isEqualTo(memory[3]).isEqualTo(memory[5]);
        assertThat(Arrays.copyOf(seen[5], PIXELS)).containsExactly(image(1));
    }
}
