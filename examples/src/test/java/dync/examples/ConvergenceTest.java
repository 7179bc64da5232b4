package dync.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dync.Dyn;
import dync.compiler.model.Tableau;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How fast the error of each solver falls as the step gets shorter, measured over 8 ms of nonlinear dynamics. */
class ConvergenceTest {
    private static final int[] STEPS = {16, 32, 64, 128};
    private static final double MS = 8;
    private static final double EXACT = Math.tanh(2);

    /** Every solver of the library is here as soon as it is declared. */
    static Stream<Arguments> solvers() {
        return Solvers.all().map(tableau -> Arguments.of(tableau.name(), Solvers.order(tableau)));
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void a_solver_converges_with_its_order(String solver, int order) {
        List<Double> errors = errors("Saturation", solver, EXACT);
        assertThat(slope(errors)).as("order of %s, errors %s", solver, errors).isBetween(order - 0.15, most(order));
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void two_variables_converge_with_the_same_order(String solver, int order) {
        double exact = Models.last(Models.named("Turning").set("solver", "rk4").set("dt", MS / 4096 + " ms"), 4096);
        List<Double> errors = errors("Turning", solver, exact);
        assertThat(slope(errors)).as("order of %s, errors %s", solver, errors).isBetween(order - 0.25, most(order));
    }

    @Test
    void the_orders_that_are_known_are_told_from_the_coefficients() {
        assertThat(Solvers.all().collect(Collectors.toMap(Tableau::name, Solvers::order)))
                .containsAllEntriesOf(Map.of("euler", 1, "heun", 2, "midpoint", 2, "ssprk3", 3, "rk4", 4));
    }

    @Test
    void substeps_are_shorter_steps() {
        double shorter = Models.last(Models.named("Saturation").set("dt", "0.25 ms"), 32);
        double divided =
                Models.last(Models.named("Saturation").set("dt", "1 ms").set("substeps", "4"), 8);
        assertThat(divided).isCloseTo(shorter, within(1e-14));
    }

    private static List<Double> errors(String model, String solver, double exact) {
        List<Double> errors = new ArrayList<>();
        for (int steps : STEPS) {
            Dyn run = Models.named(model).set("solver", solver).set("dt", MS / steps + " ms");
            errors.add(Math.abs(Models.last(run, steps) - exact));
        }
        return errors;
    }

    private static double most(int order) {
        return order == Solvers.MOST ? Double.POSITIVE_INFINITY : order + 0.25;
    }

    /** The order between the two finest steps; coarser ones only show that it has settled. */
    private static double slope(List<Double> errors) {
        int last = errors.size() - 1;
        return Math.log(errors.get(last - 1) / errors.get(last)) / Math.log(2);
    }
}
