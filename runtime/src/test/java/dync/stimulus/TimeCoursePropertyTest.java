package dync.stimulus;

import static org.assertj.core.api.Assertions.assertThat;

import dync.stimulus.course.Interval;
import dync.stimulus.course.Pattern;
import dync.stimulus.course.Span;
import dync.stimulus.course.TimeCourse;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class TimeCoursePropertyTest {
    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings().withChars('0', '1').ofMinLength(1).ofMaxLength(12);
    }

    private static Schedule schedule(String pattern, double reaction, int steps, double stepMs, int latency) {
        return Schedule.of(
                new Pattern(pattern, false).moments(steps, stepMs, new Random(0)), stepMs, reaction, latency);
    }

    private static String shown(Schedule schedule, int steps) {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, steps).forEach(t -> text.append(schedule.shown(t) ? '1' : '0'));
        return text.toString();
    }

    @Property
    void entriesKeepTheirOrderAndAreEquallyLongUpToOneStep(
            @ForAll("patterns") String pattern, @ForAll @IntRange(min = 1, max = 100) int steps) {
        int[] lengths = new int[pattern.length()];
        Schedule schedule = schedule(pattern, 0, steps, 1, 0);
        for (int t = 0; t < steps; t++) {
            int entry = (int) Math.floor((double) t * pattern.length() / steps);
            lengths[entry]++;
            assertThat(schedule.shown(t)).as("step " + t).isEqualTo(pattern.charAt(entry) == '1');
        }
        if (steps >= pattern.length()) {
            assertThat(IntStream.of(lengths).max().orElseThrow()
                            - IntStream.of(lengths).min().orElseThrow())
                    .isLessThanOrEqualTo(1);
        }
    }

    @Property
    void aMultipleOfThePatternRepeatsEachEntry(
            @ForAll("patterns") String pattern, @ForAll @IntRange(min = 1, max = 9) int each) {
        StringBuilder stretched = new StringBuilder();
        pattern.chars()
                .forEach(entry -> stretched.append(String.valueOf((char) entry).repeat(each)));
        int steps = pattern.length() * each;
        assertThat(shown(schedule(pattern, 0, steps, 1, 0), steps)).isEqualTo(stretched.toString());
    }

    @Property
    void anAnswerCountsWhereTheImageIsShownAndNoOnsetIsNear(
            @ForAll("patterns") String pattern,
            @ForAll @IntRange(min = 1, max = 60) int steps,
            @ForAll @DoubleRange(min = 0, max = 40) double reaction,
            @ForAll @DoubleRange(min = 0.5, max = 5) double stepMs) {
        Schedule schedule = schedule(pattern, reaction, steps, stepMs, 0);
        int masked = reaction == 0 ? 0 : Math.max(1, (int) Math.ceil(reaction / stepMs));
        for (int t = 0; t < steps; t++) {
            int step = t;
            boolean near = IntStream.rangeClosed(Math.max(0, t - masked + 1), t)
                    .anyMatch(onset -> onset <= step
                            && masked > 0
                            && schedule.shown(onset)
                            && (onset == 0 || !schedule.shown(onset - 1)));
            assertThat(schedule.asked(t)).as("step " + t).isEqualTo(schedule.shown(t) && !near);
        }
    }

    @Property
    void theLatencyMovesTheQuestionsAndNothingElse(
            @ForAll("patterns") String pattern,
            @ForAll @IntRange(min = 1, max = 60) int steps,
            @ForAll @IntRange(min = 0, max = 20) int latency,
            @ForAll @DoubleRange(min = 0, max = 40) double reaction) {
        Schedule prompt = schedule(pattern, reaction, steps, 2, 0);
        Schedule late = schedule(pattern, reaction, steps, 2, latency);
        assertThat(late.steps()).isEqualTo(steps + latency);
        assertThat(late.askedSteps()).isEqualTo(prompt.askedSteps());
        assertThat(shown(late, late.steps())).isEqualTo(shown(prompt, steps) + "0".repeat(latency));
        for (int t = 0; t < late.steps(); t++) {
            assertThat(late.asked(t)).isEqualTo(t >= latency && prompt.asked(t - latency));
        }
    }

    @Property
    void labelsStandWhereTheAnswerCounts(
            @ForAll("patterns") String pattern,
            @ForAll @IntRange(min = 1, max = 30) int steps,
            @ForAll @IntRange(min = 0, max = 5) int latency) {
        Schedule schedule = schedule(pattern, 3, steps, 2, latency);
        long[] labels = new long[3 * schedule.steps()];
        schedule.spread(new int[] {7, 0, 4}, 3, labels);
        for (int i = 0; i < labels.length; i++) {
            long label = new long[] {7, 0, 4}[i / schedule.steps()];
            assertThat(labels[i]).isEqualTo(schedule.asked(i % schedule.steps()) ? label : Schedule.UNLABELLED);
        }
    }

    @Property
    void anExposureShowsWhatItSays(
            @ForAll @IntRange(min = 0, max = 6) int intro,
            @ForAll @IntRange(min = 0, max = 6) int shown,
            @ForAll @IntRange(min = 0, max = 6) int interval,
            @ForAll @IntRange(min = 0, max = 6) int rest,
            @ForAll @IntRange(min = 0, max = 6) int latency) {
        String twice = "0".repeat(intro) + "1".repeat(shown) + "0".repeat(interval) + "1".repeat(shown);
        int steps = Math.max(1, twice.length() + rest);
        TimeCourse course =
                new Interval(Span.steps(intro), Span.steps(shown), Span.steps(interval), TimeCourse.Pair.SAME);
        Schedule schedule = Schedule.of(course.moments(steps, 1, new Random(0)), 1, 0, latency);
        String seen = shown(schedule, schedule.steps());
        assertThat(seen).isEqualTo(twice + "0".repeat(steps - twice.length() + latency));
        for (int t = 0; t < steps; t++) {
            assertThat(schedule.asked(t + latency)).isEqualTo(schedule.shown(t));
        }
    }
}
