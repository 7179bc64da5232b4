package dync.stimulus.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.runtime.UserError;
import dync.stimulus.Schedule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What holds for every course; single timelines are golden files, see {@code StimuliDocumentTest}. */
class TimeCourseTest {
    private static final int STEPS = 60;

    @Provide
    Arbitrary<TimeCourse> courses() {
        Arbitrary<Span> span = Arbitraries.integers().between(0, 7).map(Span::steps);
        Arbitrary<Span> some = Arbitraries.integers().between(1, 7).map(Span::steps);
        Arbitrary<TimeCourse.Pair> pair = Arbitraries.of(TimeCourse.Pair.class);
        return Arbitraries.oneOf(
                Arbitraries.just(new Throughout()),
                Arbitraries.strings()
                        .withChars('0', '1')
                        .ofMinLength(1)
                        .ofMaxLength(9)
                        .map(p -> new Pattern(p, true)),
                Combinators.combine(span, span.optional()).as(Duration::new),
                Combinators.combine(span, span, span, pair).as(Interval::new),
                Combinators.combine(span, span, span, span, pair).as(Adaptation::new),
                Combinators.combine(span, span, span, span.optional()).as(Transition::new),
                Combinators.combine(span, span)
                        .as((intro, each) -> new ContrastSteps(intro, List.of(0.2, 1.0, 0.5), each)),
                Combinators.combine(span, some).as((intro, over) -> new ContrastRamp(intro, 0, 1, over)),
                Combinators.combine(span, Arbitraries.integers().between(1, 6))
                        .as((intro, half) -> new Flicker(250.0 / half, 0.5, intro, Optional.empty())),
                Combinators.combine(Arbitraries.integers().between(1, 4), span, span, span)
                        .as(Rapid::new),
                span.map(intro -> new Moving(1, -2, intro)));
    }

    private static Schedule schedule(TimeCourse course, double reactionMs, int latency) {
        return Schedule.of(course.moments(STEPS, 2, new Random(1)), 2, reactionMs, latency);
    }

    @Property
    void anAnswerCountsOnlyForTheImageThatIsSeen(
            @ForAll("courses") TimeCourse course,
            @ForAll @DoubleRange(min = 0, max = 20) double reaction,
            @ForAll @IntRange(min = 0, max = 9) int latency) {
        Schedule schedule = schedule(course, reaction, latency);
        assertThat(schedule.steps()).isEqualTo(STEPS + latency);
        for (int t = 0; t < schedule.steps(); t++) {
            if (schedule.asked(t)) {
                assertThat(t).isGreaterThanOrEqualTo(latency);
                assertThat(schedule.shown(t - latency)).isTrue();
                assertThat(schedule.answer(t))
                        .isEqualTo(schedule.scene(t - latency).image());
                assertThat(schedule.answer(t)).isLessThan(schedule.images());
            }
        }
    }

    @Property
    void theLatencyMovesTheAnswersAndNothingElse(
            @ForAll("courses") TimeCourse course,
            @ForAll @DoubleRange(min = 0, max = 20) double reaction,
            @ForAll @IntRange(min = 0, max = 9) int latency) {
        Schedule prompt = schedule(course, reaction, 0);
        Schedule late = schedule(course, reaction, latency);
        for (int t = 0; t < late.steps(); t++) {
            assertThat(late.answer(t)).isEqualTo(t < latency ? Scene.NO_IMAGE : prompt.answer(t - latency));
            assertThat(late.scene(t)).isEqualTo(t < STEPS ? prompt.scene(t) : Scene.BLANK);
        }
    }

    @Property
    void theReactionTimeFollowsEveryOnsetOfAnotherImage(
            @ForAll("courses") TimeCourse course, @ForAll @IntRange(min = 0, max = 10) int masked) {
        Schedule all = schedule(course, 0, 0);
        Schedule some = schedule(course, 2.0 * masked, 0);
        for (int t = 0; t < STEPS; t++) {
            int image = all.scene(t).image();
            int since = 0;
            while (since < t && all.scene(t - since - 1).image() == image) {
                since++;
            }
            assertThat(some.answer(t)).isEqualTo(since >= masked ? all.answer(t) : Scene.NO_IMAGE);
        }
    }

    @Property
    void aSceneChangesExactlyWhereItIsAnother(@ForAll("courses") TimeCourse course) {
        Schedule schedule = schedule(course, 0, 3);
        for (int t = 1; t < schedule.steps(); t++) {
            assertThat(schedule.changes(t))
                    .isEqualTo(!schedule.scene(t)
                            .toString()
                            .equals(schedule.scene(t - 1).toString()));
        }
    }

    @Test
    void aReactionTimeOfWholeStepsIsNotRoundedUpByArithmetic() {
        // 1.1 / 0.1 is more than 11 in binary numbers
        Schedule schedule = Schedule.of(new Throughout().moments(20, 0.1, new Random(0)), 0.1, 1.1, 0);
        assertThat(schedule.askedSteps()).isEqualTo(20 - 11);
    }

    @Test
    void labelsAreThoseOfTheImagesThatAreSeen() {
        Schedule schedule = schedule(new Rapid(3, Span.steps(1), Span.NONE, Span.NONE), 0, 1);
        long[] labels = new long[4 * (STEPS + 1)];
        schedule.spread(new int[] {5, 6, 7, 8}, 4, labels);
        for (int b = 0; b < 4; b++) {
            assertThat(Arrays.copyOfRange(labels, b * (STEPS + 1), b * (STEPS + 1) + 5))
                    .containsExactly(-1, 5 + b, 5 + (b + 1) % 4, 5 + (b + 2) % 4, -1);
        }
        assertThatThrownBy(() -> schedule.requireImages(2))
                .isInstanceOf(UserError.class)
                .hasMessage("a run shows 3 images of a batch, and a batch has 2");
    }

    @Test
    void aFlickerHasWholeStepsOnAndOff() {
        assertThatThrownBy(() -> new Flicker(30, 0.5, Span.NONE, Optional.empty()).moments(60, 2, new Random(0)))
                .isInstanceOfSatisfying(UserError.class, error -> assertThat(error.help())
                        .contains("take for example 29.4118 Hz or 31.2500 Hz"))
                .hasMessage("a flicker of 30.0 Hz with steps of 2.0 ms takes 16.666666 steps, no whole number");
        assertThatThrownBy(() -> new Flicker(100, 0.5, Span.NONE, Optional.empty()).moments(60, 2, new Random(0)))
                .hasMessageContaining("an image for 0.5 of a period of 5 steps takes 2.5 steps");
    }

    @Test
    void whatHasNoMeaningIsRefused() {
        assertThatThrownBy(() -> new Pattern("12", false)).hasMessageContaining("'12'");
        assertThatThrownBy(() -> new ContrastSteps(Span.NONE, List.of(), Span.steps(1)))
                .isInstanceOf(UserError.class);
        assertThatThrownBy(() -> new OnsetOffset(Span.ms(8), Span.ms(4)).moments(9, 2, new Random(0)))
                .hasMessage("the offset of 4 ms is before the onset of 8 ms");
        assertThatThrownBy(() -> new Adaptation(Span.NONE, Span.ms(100), Span.ms(10), Span.ms(20), TimeCourse.Pair.SAME)
                        .moments(60, 2, new Random(0)))
                .hasMessage("adapter 50 + gap 5 + test 10 make 65 steps, and the run has 60");
    }
}
