package dync.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How fast the error of each solver falls as the step gets shorter, measured over 8 ms of nonlinear dynamics. */
class ConvergenceTest {
    private static final int[] STEPS = {16, 32, 64, 128};
    private static final double MS = 8;
    private static final double EXACT = Math.tanh(2);

    @ParameterizedTest
    @CsvSource({"euler, 1", "heun, 2", "midpoint, 2", "rk4, 4"})
    void a_solver_converges_with_its_order(String solver, int order) {
        List<Double> errors = new ArrayList<>();
        for (int steps : STEPS) {
            errors.add(Math.abs(
                    Models.last(Models.named("Saturation").set("solver", solver).set("dt", MS / steps + " ms"), steps)
                            - EXACT));
        }
        assertThat(slope(errors)).as("order of %s, errors %s", solver, errors).isCloseTo(order, within(0.15));
    }

    @ParameterizedTest
    @CsvSource({"euler, 1", "heun, 2", "midpoint, 2", "rk4, 4"})
    void two_variables_converge_with_the_same_order(String solver, int order) {
        double exact = Models.last(Models.named("Turning").set("solver", "rk4").set("dt", MS / 4096 + " ms"), 4096);
        List<Double> errors = new ArrayList<>();
        for (int steps : STEPS) {
            errors.add(Math.abs(
                    Models.last(Models.named("Turning").set("solver", solver).set("dt", MS / steps + " ms"), steps)
                            - exact));
        }
        assertThat(slope(errors)).as("order of %s, errors %s", solver, errors).isCloseTo(order, within(0.25));
    }

    @Test
    void substeps_are_shorter_steps() {
        double shorter = Models.last(Models.named("Saturation").set("dt", "0.25 ms"), 32);
        double divided =
                Models.last(Models.named("Saturation").set("dt", "1 ms").set("substeps", "4"), 8);
        assertThat(divided).isCloseTo(shorter, within(1e-14));
    }

    /** The order between the two finest steps; coarser ones only show that it has settled. */
    private static double slope(List<Double> errors) {
        int last = errors.size() - 1;
        return Math.log(errors.get(last - 1) / errors.get(last)) / Math.log(2);
    }
}
