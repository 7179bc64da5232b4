package dync.compiler.optimise;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.Compiled;
import dync.compiler.graph.Graph;
import dync.compiler.graph.Node;
import dync.compiler.graph.Op;
import dync.compiler.graph.Operand;
import dync.compiler.value.TensorShape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each pass does what it says where it may, and nothing where it may not. */
class OptimiserTest {

    @Test
    void what_changes_nothing_is_left_out() {
        Optimised optimised = optimise("relu  maxpool(1)  apply it * 1 + 0  dropout(0.0)  emit");
        assertThat(operations(optimised))
                .containsExactlyInAnyOrder("input", "A.relu", "A", "out.avgpool", "out.flatten");
        assertThat(optimised.decisions())
                .contains("A.maxpool changes nothing and is left out", "A.dropout changes nothing and is left out");
    }

    @Test
    void a_pool_that_moves_and_a_factor_that_scales_stay() {
        Optimised optimised = optimise("maxpool(1, stride = 2)  apply it * 2  emit");
        assertThat(operations(optimised)).contains("A.maxpool", "A.mul");
    }

    @Test
    void a_bridge_picks_its_places_before_it_maps_them() {
        Optimised optimised = Optimiser.optimise(Compiled.graph("""
                model M {
                    clock(step = 1 ms, steps = 4)
                    input(3, 8, 8)
                    area A { conv(4) emit }
                    area B { conv(4, stride = 2) conv(6, stride = 2) receive skip emit }
                    skip A -> B
                    readout out { avgpool; flatten }
                }
                """));
        Node conv = Compiled.node(optimised.graph(), "B.skip_A.conv");
        assertThat(conv.shape()).isEqualTo(TensorShape.of(6, 2, 2));
        assertThat(optimised.graph().node(conv.reads().get(0).node()).name()).isEqualTo("B.skip_A.resample");
        assertThat(optimised.decisions())
                .containsExactly(
                        "B.skip_A.resample picks its 4 places before B.skip_A.conv maps them, not after: 1/16 of the work");
    }

    @Test
    void a_bridge_to_more_places_maps_first() {
        Optimised optimised = Optimiser.optimise(Compiled.graph("""
                model M {
                    clock(step = 1 ms, steps = 4)
                    input(3, 8, 8)
                    area A { conv(4) receive feedback emit }
                    area B { conv(6, stride = 2) emit }
                    feedback B -> A (delay = 1 ms)
                    readout out { avgpool; flatten }
                }
                """));
        assertThat(Compiled.node(optimised.graph(), "A.feedback_B.conv").shape())
                .isEqualTo(TensorShape.of(4, 4, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "euler, 1 - a",
        "heun, 1 - a + a^2/2",
        "midpoint, 1 - a + a^2/2",
        "rk4, 1 - a + a^2/2 - a^3/6 + a^4/24",
    })
    void a_leaky_step_is_one_interpolation_under_every_solver(String solver, String stability) {
        Optimised optimised = optimise("evolve leaky(tau = 5 ms) using " + solver + "  emit");
        Node step = Compiled.node(optimised.graph(), "A.leaky.step");
        assertThat(step.op()).isEqualTo(new Op.Pointwise("lerp"));
        double a = 1.0 / 5;
        double expected =
                switch (stability) {
                    case "1 - a" -> 1 - a;
                    case "1 - a + a^2/2" -> 1 - a + a * a / 2;
                    default -> 1 - a + a * a / 2 - a * a * a / 6 + a * a * a * a / 24;
                };
        assertThat(((Operand.Constant) step.operands().get(2)).value())
                .isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-15));
        assertThat(operations(optimised))
                .containsExactlyInAnyOrder("input", "A.leaky.step", "A", "out.avgpool", "out.flatten");
    }

    @Test
    void the_coefficient_of_a_weight_is_computed_from_it() {
        Optimised optimised =
                optimise("weight t: time = 5 ms, trainable = true  evolve leaky(tau = t) using rk4  emit");
        Node step = Compiled.node(optimised.graph(), "A.leaky.step");
        Node kept = optimised.graph().node(((Operand.Read) step.operands().get(2)).node());
        assertThat(kept.shape()).isEqualTo(TensorShape.SCALAR);
        assertThat(kept.name()).startsWith("A.leaky.keep");
    }

    @Test
    void dynamics_with_a_rectified_slope_keep_it_and_add_up_the_rest() {
        Graph graph =
                Compiled.graph(model("evolve adapting(tau = 5 ms, tau_a = 50 ms, strength = 0.3) using rk4  emit"));
        Optimised optimised = Optimiser.optimise(graph);
        assertThat(operations(optimised).stream().filter(name -> name.contains("relu")))
                .hasSize(4);
        assertThat(optimised.graph().nodes()).hasSizeLessThan(graph.nodes().size() / 2);
    }

    @Test
    void what_is_written_twice_is_computed_once() {
        Optimised optimised = optimise("let a = tanh(in)  apply tanh(in) * a  emit");
        assertThat(operations(optimised)).contains("A.a.tanh").doesNotContain("A.tanh");
        assertThat(optimised.decisions()).contains("A.tanh is A.a.tanh again and computed once");
    }

    @Test
    void what_draws_at_random_is_done_as_often_as_it_is_written() {
        Optimised optimised = optimise("let a = in |> dropout(0.5)  let b = in |> dropout(0.5)  apply a + b  emit");
        assertThat(operations(optimised)).contains("A.a.dropout", "A.b.dropout");
    }

    @Test
    void what_nothing_needs_is_dropped_and_its_weights_stay() {
        Optimised optimised = optimise("let unread = in |> conv(7)  relu  emit");
        assertThat(operations(optimised)).doesNotContain("A.unread.conv");
        assertThat(optimised.graph().weights())
                .extracting(weight -> weight.name())
                .contains("A.unread.conv.weight");
    }

    private static String model(String body) {
        return """
                model M {
                    clock(step = 1 ms, steps = 4)
                    input(3, 8, 8)
                    area A { %s }
                    readout out { avgpool; flatten }
                }
                """.formatted(body.replace("  ", "\n"));
    }

    private static Optimised optimise(String body) {
        return Optimiser.optimise(Compiled.graph(model(body)));
    }

    private static List<String> operations(Optimised optimised) {
        return optimised.graph().nodes().stream()
                .filter(node -> !node.isWeight())
                .map(Node::name)
                .toList();
    }
}
