package dync.parity;

import dync.runtime.DynModel;
import java.util.Map;
import java.util.function.BiFunction;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * A solver's step over time, under a given state (the rectified last result) or its own. The reference begins with an
 * Euler step whatever the solver; see docs/decisions/0014-solver-from-zero.md.
 */
final class SolverRule {
    private static final Names NAMES = new Names().map("tau", "response.tau_area");

    private SolverRule() {}

    static Subject euler(ParityCase recorded) {
        return subject(recorded, "euler", (frame, net) -> frame);
    }

    static Subject rk4(ParityCase recorded) {
        Clock clock = new Clock(recorded.settings().number("dt", 2));
        return subject(recorded, "rk4", (frame, net) -> frame.mul(eulerOverRk4(clock.dt(), tau(net))));
    }

    private static Subject subject(
            ParityCase recorded, String solver, BiFunction<Tensor, DynModel, Tensor> firstFrame) {
        Settings given = recorded.settings();
        Clock clock = new Clock(given.number("dt", 2));
        Subject.Builder subject = Subject.of(Rules.TEST_MODELS, "Solver", NAMES)
                .size("", recorded.shape("input"))
                .set("dt", clock.time(1))
                .set("tau", Settings.written(given.number("tau", 5)) + " ms")
                .set("solver", solver)
                .set("rectified", recorded.procedure().contains("relu"))
                .responses(Map.of("response", "response.y"))
                .first(firstFrame);
        given.complete();
        return subject.build();
    }

    private static Tensor tau(DynModel net) {
        return net.weights().get("response.tau_area").tensor();
    }

    /** a / (a - a²/2 + a³/6 - a⁴/24) with a = dt / tau: what makes the first rk4 step from zero an Euler step. */
    private static Tensor eulerOverRk4(double dt, Tensor tau) {
        Tensor a = tau.reciprocal().mul(new Scalar(dt));
        Tensor inner = a.mul(new Scalar(-1.0 / 24)).add(new Scalar(1.0 / 6));
        inner = inner.mul(a).add(new Scalar(-0.5));
        return inner.mul(a).add(new Scalar(1.0)).reciprocal();
    }
}
