package dync.compiler.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.Compiled;
import org.junit.jupiter.api.Test;

/** When values exist, as the graph tells it. */
class PresenceTest {
    private static Graph graph(String body) {
        return Compiled.graph("model M() {\nclock(step = 1 ms, steps = 20)\n" + body + "\n}");
    }

    private static Presence of(Graph graph, String node) {
        return Compiled.node(graph, node).presence();
    }

    @Test
    void every_emission_adds_its_delay() {
        Graph graph = graph("""
                input(1, 4, 4)
                area A { emit(delay = 2 ms) }
                area B { emit(delay = 3 ms) }
                area C { emit }
                readout x { flatten }
                """);
        assertThat(of(graph, "A").first()).isZero();
        assertThat(of(graph, "B").first()).isEqualTo(2);
        assertThat(of(graph, "C").first()).isEqualTo(5);
    }

    @Test
    void a_skip_that_is_faster_brings_the_first_signal() {
        Graph graph = graph("""
                input(1, 4, 4)
                area A { emit(delay = 5 ms) }
                area B { emit(delay = 5 ms) }
                area C { receive skip emit }
                skip A -> C (delay = 3 ms)
                readout x { flatten }
                """);
        assertThat(of(graph, "C").first()).isEqualTo(3);
    }

    @Test
    void a_recurrence_does_not_make_a_state_earlier_or_later() {
        Graph graph = graph("""
                input(1, 4, 4)
                area A { emit(delay = 4 ms) }
                area B { recurrent(self, delay = 2 ms) evolve leaky(tau = 5 ms) emit }
                readout x { flatten }
                """);
        assertThat(of(graph, "B").first()).isEqualTo(4);
        assertThat(of(graph, "B.recurrent.add").first()).isEqualTo(6);
    }

    @Test
    void a_blank_past_is_there_from_the_first_step() {
        Graph graph = graph("""
                input(1, 4, 4)
                area A { emit(delay = 4 ms) }
                area B { recurrent(self, delay = 2 ms) emit(initial = zero) }
                readout x { flatten }
                """);
        assertThat(of(graph, "B").first()).isZero();
    }

    @Test
    void a_blank_past_is_the_areas_own_and_not_passed_on() {
        Graph graph = graph("""
                input(1, 4, 4)
                area A { emit(delay = 4 ms, initial = zero) }
                area B { emit }
                readout x { flatten }
                """);
        assertThat(of(graph, "B").first()).isEqualTo(4);
    }

    @Test
    void gaps_are_decided_at_run_time_downstream_and_nowhere_else() {
        Graph graph = graph("""
                input image(1, 4, 4, gaps = true)
                input cue(1, 4, 4)
                area A from image { emit(delay = 1 ms) }
                area B { emit }
                area C from cue { emit }
                readout x from B { flatten }
                readout y from C { flatten }
                """);
        assertThat(of(graph, "B").isKnown()).isFalse();
        assertThat(of(graph, "C").first()).isZero();
    }

    @Test
    void a_blank_past_does_not_fill_later_gaps() {
        Graph graph = graph("""
                input image(1, 4, 4, gaps = true)
                area A { emit(delay = 2 ms, initial = zero) }
                area B { emit }
                readout x { flatten }
                """);
        assertThat(of(graph, "B").isKnown()).isFalse();
    }

    @Test
    void a_blank_past_does_not_stand_for_this_step() {
        Graph graph = graph("""
                input(1, 4, 4)
                area A { emit(delay = 3 ms) }
                area B { emit(initial = zero) }
                area C { receive skip emit }
                skip B -> C (delay = 0 ms)
                readout x { flatten }
                """);
        assertThat(of(graph, "C").first()).isEqualTo(3);
    }

    @Test
    void dynamics_start_from_zero_and_wait_for_their_drive_only() {
        Graph graph = graph("""
                input(1, 4, 4)
                area A { emit(delay = 3 ms) }
                area B { evolve adapting(tau = 5 ms, tau_a = 9 ms, strength = 0.5) using rk4 emit }
                readout x { flatten }
                """);
        assertThat(of(graph, "B").first()).isEqualTo(3);
    }
}
