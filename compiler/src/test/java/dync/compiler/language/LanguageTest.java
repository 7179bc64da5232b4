package dync.compiler.language;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.Compilation;
import dync.compiler.ast.Parameter;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Help;
import dync.compiler.evaluate.Functions;
import dync.compiler.library.ModuleFinder;
import dync.compiler.source.Source;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code language.dyn} says is what the checkers do. */
class LanguageTest {
    private static List<Diagnostic> found(String steps, String items) {
        String text = "model N(tau: time = 10 ms) {\n clock(step = 2 ms, steps = 10)\n input(3, 32, 32)\n"
                + " area V1 { receive feedback\n receive skip\n " + steps
                + "\n emit }\n area V2 { receive skip\n emit }\n" + items
                + "\n readout r { flatten } }";
        return Compilation.of(new Source("t.dyn", text), ModuleFinder.none()).diagnostics();
    }

    private static List<String> names(String word) {
        return Language.signature(word).all().stream()
                .map(Parameter::name)
                .map(name -> name.text())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            clock    |                                    | clock(qqqqqqqq = 1)
            input    |                                    | input b(qqqqqqqq = 1)
            skip     |                                    | skip V1 -> V2 (qqqqqqqq = 1)
            feedback |                                    | feedback V2 -> V1 (qqqqqqqq = 1)
            emit     | emit(qqqqqqqq = 1)                 |
            penalty  | penalty(l1, 1, qqqqqqqq = 1)       |
            weight   | weight w: float = 1, qqqqqqqq = 1  |
            using    | evolve leaky(tau) using rk4(qqqqqqqq = 1) |
            """)
    void takesWhatTheCheckersTake(String word, String steps, String items) {
        Stream<String> helps = found(steps == null ? "" : steps, items == null ? "" : items).stream()
                .flatMap(diagnostic -> diagnostic.helps().stream())
                .map(Help::text);

        assertThat(helps).contains("it takes " + String.join(", ", names(word)));
    }

    @Test
    void takesOptionsOfRecurrencesAndDynamicsAsTheCheckersDo() {
        assertThat(found(
                        "recurrent(kind = full, delay = 2 ms, combine = additive)\n evolve leaky(tau, state = own)",
                        ""))
                .noneMatch(diagnostic -> diagnostic.code().name().equals("DYN0204"));
        assertThat(names("recurrent")).containsExactly("kind", "delay", "combine");
        assertThat(names("evolve")).containsExactly("state");
    }

    @Test
    void tellsOfEveryFunctionAndKeyword() {
        assertThat(Functions.names()).allMatch(name -> Language.doc(name).isPresent());
        assertThat(List.of(
                        "import",
                        "model",
                        "area",
                        "block",
                        "connection",
                        "dynamics",
                        "solver",
                        "fn",
                        "const",
                        "primitive",
                        "clock",
                        "input",
                        "skip",
                        "feedback",
                        "readout",
                        "from",
                        "then",
                        "require",
                        "let",
                        "apply",
                        "add",
                        "gate",
                        "concat",
                        "for",
                        "repeat",
                        "weight",
                        "recurrent",
                        "receive",
                        "evolve",
                        "using",
                        "emit",
                        "penalty",
                        "record",
                        "shape",
                        "call",
                        "mod",
                        "in",
                        "it",
                        "out"))
                .allMatch(word -> Language.doc(word).isPresent());
    }
}
