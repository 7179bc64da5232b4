package dync.stimulus.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.runtime.UserError;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
    @ParameterizedTest
    @CsvSource({
        "15, 15 steps",
        "1, 1 step",
        "15 steps, 15 steps",
        "30 ms, 30 ms",
        "0.03 s, 30 ms",
        "2.5ms, 2.5 ms",
        "0, 0 steps"
    })
    void stepsAndTimesAreReadAndWritten(String written, String again) {
        assertThat(Span.parse(written)).hasToString(again);
        assertThat(Span.parse(again)).isEqualTo(Span.parse(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "long", "-3", "1.5", "3 Hz", "2 ms ms", "1e999 ms", ".", "1.2.3 ms", "3000000000"})
    void anythingElseIsRefused(String written) {
        assertThatThrownBy(() -> Span.parse(written)).isInstanceOf(UserError.class);
    }

    @Test
    void aTimeThatIsNoWholeNumberOfStepsIsRefusedWithItsNeighbours() {
        assertThatThrownBy(() -> Span.ms(5).in(2, "shown"))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.help()).contains("write 4 ms or 6 ms"))
                .hasMessage("shown is 5 ms, which is no whole number of steps of 2 ms");
    }

    @Property
    void anyNumberOfStepsIsItsTime(
            @ForAll @IntRange(min = 0, max = 100_000) int steps, @ForAll @IntRange(min = 1, max = 400) int twentieths) {
        double stepMs = twentieths / 20.0;
        assertThat(Span.ms(steps * stepMs).in(stepMs, "shown")).isEqualTo(steps);
        assertThat(Span.steps(steps).in(stepMs, "shown")).isEqualTo(steps);
    }
}
