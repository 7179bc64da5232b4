package dync.compiler.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.Compiled;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What runs once, what when the frame changes, what in tiles, what step by step. */
class SchedulerTest {

    private static Plan plan(String body) {
        return Planner.plan(Compiled.graph("""
                        model M(rec: time = 3 ms) {
                            clock(step = 1 ms, steps = 20)
                            input(3, 8, 8)
                            %s
                            readout out { avgpool; flatten; linear(2) }
                        }
                        """.formatted(body)), PlanKind.OPTIMISED);
    }

    private static List<String> in(Plan plan, Class<? extends Section> kind) {
        return plan.sections().stream()
                .filter(kind::isInstance)
                .flatMap(section -> section.nodes().stream())
                .map(node -> node.name())
                .toList();
    }

    @Test
    void a_still_image_passes_the_first_convolution_once() {
        Plan plan = plan("area A { conv(4) recurrent(full, delay = rec) evolve leaky(tau = 5 ms) emit }");
        assertThat(in(plan, Section.Seen.class)).containsExactly("input", "A.conv");
    }

    @Test
    void a_network_without_time_runs_when_the_frame_changes_and_never_else() {
        Plan plan = plan("area A { conv(4) relu emit } area B { conv(4) relu emit }");
        assertThat(plan.order()).hasSameSizeAs(in(plan, Section.Seen.class));
    }

    @Test
    void statistics_are_gathered_at_every_step_of_training() {
        Plan plan = plan("area A { conv(4) batchnorm relu emit }");
        assertThat(plan.sections()).hasSize(2);
        assertThat(plan.sections().get(0)).isInstanceOfSatisfying(Section.Seen.class, seen -> assertThat(seen.trains())
                .isFalse());
        assertThat(plan.sections().get(1)).isInstanceOfSatisfying(Section.Seen.class, seen -> {
            assertThat(seen.trains()).isTrue();
            assertThat(seen.nodes()).extracting(node -> node.name()).startsWith("A.batchnorm");
        });
    }

    @ParameterizedTest
    @CsvSource({"1, 16", "2, 2", "3, 3", "5, 5"})
    void a_tile_is_as_long_as_the_recurrent_delay(int delay, int tile) {
        Plan plan = plan("""
                area A { conv(8) recurrent(full, delay = %d ms) evolve leaky(tau = 5 ms) relu emit }
                area B { conv(2) relu emit }
                """.formatted(delay));
        assertThat(plan.longestTile()).isEqualTo(tile);
        boolean together = in(plan, Section.Tile.class).contains("A.recurrent.conv");
        assertThat(together).isEqualTo(delay > 1);
        assertThat(in(plan, Section.Steps.class)).contains("A.leaky.step", "A.relu", "A");
        assertThat(in(plan, Section.Tile.class)).contains("B.conv");
    }

    @Test
    void a_tile_ends_where_a_value_arrives() {
        Plan plan = plan(
                "area A { conv(4) recurrent(full, delay = 3 ms) relu emit(delay = 2 ms) } area B { conv(4) emit }");
        assertThat(plan.ends()).contains(2, 3);
    }

    @Test
    void an_input_with_gaps_is_planned_step_by_step() {
        Plan plan = Planner.plan(Compiled.graph("""
                        model M {
                            clock(step = 1 ms, steps = 20)
                            input(3, 8, 8, gaps = true)
                            area A { conv(4) recurrent(full, delay = 3 ms) relu emit }
                            readout out { avgpool; flatten }
                        }
                        """), PlanKind.OPTIMISED);
        assertThat(plan.longestTile()).isEqualTo(1);
        assertThat(in(plan, Section.Seen.class)).isEmpty();
        assertThat(plan.overwritten()).isEmpty();
    }

    @Test
    void a_result_is_written_over_a_convolution_that_nobody_else_reads() {
        Plan plan = plan("area A { conv(4) relu emit } area B { conv(4) relu emit }");
        assertThat(overwritten(plan)).containsExactlyInAnyOrder("A.relu", "B.relu");
    }

    @Test
    void nothing_is_written_over_what_is_read_again_or_kept_for_the_gradient() {
        Plan plan = plan("area A { conv(4) let c = it  relu  apply tanh(it)  relu  add(c) emit }");
        assertThat(overwritten(plan)).isEmpty();
    }

    @Test
    void nothing_is_written_over_the_ends_of_an_interpolation_whose_weight_is_trained() {
        String body = "area A { %s conv(4) recurrent(full, delay = rec) evolve leaky(tau = %s) emit }";
        assertThat(overwritten(plan(body.formatted("weight t: time = 5 ms, trainable = true", "t"))))
                .doesNotContain("A.leaky.step");
    }

    @Test
    void the_reference_plan_is_one_step_in_the_order_of_the_source() {
        Plan plan = Planner.plan(Compiled.graph("""
                        model M {
                            clock(step = 1 ms, steps = 20)
                            input(3, 8, 8)
                            area A { conv(4) maxpool(1) relu emit }
                            readout out { avgpool; flatten }
                        }
                        """), PlanKind.REFERENCE);
        assertThat(plan.toString()).isEqualTo("""
                at each step, in this order:
                  input
                  A.conv
                  A.maxpool
                  A.relu
                  A
                  out.avgpool
                  out.flatten
                """);
    }

    private static List<String> overwritten(Plan plan) {
        return plan.order().stream()
                .filter(node -> plan.overwritten().containsKey(node.id()))
                .map(node -> node.name())
                .toList();
    }
}
