package dync.compiler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Diagnostics;
import dync.compiler.diagnostic.Edit;
import dync.compiler.diagnostic.Help;
import dync.compiler.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every edit that a syntax error offers mends it, and breaks nothing else. */
class SyntaxFixTest {
    @TestFactory
    Stream<DynamicTest> edits_mend_what_they_are_offered_for() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/dyn/syntax/err"))) {
            return files.filter(file -> file.toString().endsWith(".dyn")).sorted().toList().stream()
                    .map(file ->
                            DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(Corpus.read(file))));
        }
    }

    private static void check(String text) {
        List<Diagnostic> before = diagnostics(text);
        for (Diagnostic diagnostic : before) {
            for (Edit edit : edits(diagnostic)) {
                List<Diagnostic> after = diagnostics(apply(edit, text));
                assertThat(after)
                        .as("after %s at %s", edit.replacement(), edit.span())
                        .hasSizeLessThan(before.size());
            }
        }
    }

    private static List<Edit> edits(Diagnostic diagnostic) {
        return diagnostic.helps().stream()
                .map(Help::edit)
                .flatMap(Optional::stream)
                .toList();
    }

    private static String apply(Edit edit, String text) {
        return text.substring(0, edit.span().start())
                + edit.replacement()
                + text.substring(edit.span().end());
    }

    private static List<Diagnostic> diagnostics(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Parser.parse(new Source("fixed.dyn", text), diagnostics);
        return diagnostics.all();
    }
}
