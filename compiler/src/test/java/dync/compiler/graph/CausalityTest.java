package dync.compiler.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.Compiled;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class CausalityTest {
    private static List<Diagnostic> errors(String wires) {
        return Compiled.diagnostics("""
                        model M() {
                            clock(step = 1 ms, steps = 20)
                            input(1, 4, 4)
                            area A { receive feedback emit }
                            area B { receive feedback emit }
                            area C { emit }
                        """ + wires + "\nreadout x { flatten }\n}").stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .toList();
    }

    @Test
    void a_loop_with_a_delay_has_an_order() {
        assertThat(errors("feedback C -> A (delay = 1 ms)\nfeedback C -> B (delay = 1 ms)"))
                .isEmpty();
    }

    @Test
    void a_loop_without_delay_is_named() {
        assertThat(errors("feedback C -> A (delay = 0 ms)\nfeedback C -> B (delay = 1 ms)"))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.code()).isEqualTo(Code.DYN0602);
                    assertThat(error.message()).contains("B -> C -> A -> B");
                });
    }

    @Test
    void two_loops_without_delay_are_two_errors() {
        assertThat(errors("feedback C -> A (delay = 0 ms)\nfeedback C -> B (delay = 0 ms)"))
                .hasSize(2);
    }
}
