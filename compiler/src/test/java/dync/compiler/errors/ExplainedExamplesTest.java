package dync.compiler.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Explanations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of {@code dync explain} are what they say they are, and {@code docs/errors.md} holds all pages. */
class ExplainedExamplesTest {
    private static final Path BOOK = Path.of("../docs/errors.md");
    private static final Pattern EXAMPLE = Pattern.compile("```dyn\n(.*?)```", Pattern.DOTALL);

    /** The syntax is tested beside the parser: its examples are not whole models. */
    static Stream<Code> afterTheSyntax() {
        // whether a Java method is there shows when a model is loaded
        return Arrays.stream(Code.values()).filter(code -> code.name().compareTo("DYN02") > 0 && code != Code.DYN0714);
    }

    @ParameterizedTest
    @MethodSource("afterTheSyntax")
    void the_wrong_example_has_this_mistake_alone(Code code) {
        assertThat(diagnostics(code, 0)).extracting(Diagnostic::code).containsExactly(code);
    }

    @ParameterizedTest
    @MethodSource("afterTheSyntax")
    void the_mended_example_has_none(Code code) {
        assertThat(diagnostics(code, 1)).extracting(Diagnostic::message).isEmpty();
    }

    @Test
    void the_list_of_errors_holds_every_page() throws IOException {
        StringBuilder book = new StringBuilder("""
                # Errors and warnings

                Every message of the compiler has a code, which stays the same. `dync explain CODE` prints what is written here. This page is
                made from `compiler/src/main/resources/dync/compiler/explain`; `./mvnw test -pl compiler -am -Dupdate` makes it anew.
                A first line `// settings: name=value` in an example stands for `--set name=value`.
                """);
        for (Code code : Code.values()) {
            book.append('\n').append(Explanations.of(code).orElseThrow().replaceFirst("^# ", "## "));
        }
        if (System.getProperty("update") != null) {
            Files.writeString(BOOK, book);
        }
        assertThat(Files.readString(BOOK)).isEqualTo(book.toString());
    }

    private static List<Diagnostic> diagnostics(Code code, int example) {
        String text = EXAMPLE.matcher(Explanations.of(code).orElseThrow())
                .results()
                .toList()
                .get(example)
                .group(1);
        return Fixture.of("example.dyn", text).diagnostics();
    }
}
