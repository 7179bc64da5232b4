package dync.lsp.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.Compilation;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.library.ModuleFinder;
import dync.compiler.source.Source;
import dync.compiler.source.Span;
import dync.lsp.Caret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MistakesTest {
    private static final Path WRONG = Path.of(System.getProperty("dync.root"), "compiler/src/test/dyn/err");

    static Stream<Path> wrongFiles() throws IOException {
        try (Stream<Path> files = Files.list(WRONG)) {
            return files.filter(file -> file.toString().endsWith(".dyn")).sorted().toList().stream();
        }
    }

    private static List<org.eclipse.lsp4j.Diagnostic> shown(String text) {
        Snapshot snapshot = Caret.in(text).snapshot();
        return Mistakes.of(snapshot).get(snapshot.document().uri());
    }

    @ParameterizedTest
    @MethodSource("wrongFiles")
    void saysWhatTheCommandLineSays(Path file) throws IOException {
        Source source = new Source("test.dyn", Files.readString(file));
        Compilation compilation = Compilation.of(source, ModuleFinder.none());
        compilation.checkAll();
        List<Diagnostic> found = compilation.diagnostics();

        List<org.eclipse.lsp4j.Diagnostic> shown = shown(source.text());

        assertThat(shown).hasSameSizeAs(found);
        for (int i = 0; i < found.size(); i++) {
            Span span = found.get(i).primary().span();
            assertThat(shown.get(i).getMessage().getLeft())
                    .startsWith(found.get(i).message());
            assertThat(shown.get(i).getCode().getLeft())
                    .isEqualTo(found.get(i).code().name());
            assertThat(shown.get(i).getRange().getStart()).isEqualTo(new Position(span.line() - 1, span.column() - 1));
            found.get(i).helps().forEach(help -> assertThat(shown)
                    .anySatisfy(diagnostic ->
                            assertThat(diagnostic.getMessage().getLeft()).contains("help: " + help.text())));
        }
    }

    @Test
    void marksWhatIsNeverUsedAsUnnecessary() {
        assertThat(shown(Caret.model("let spare = 3\narea V1 { conv(8); evolve leaky(tau) using euler; emit }")))
                .singleElement()
                .satisfies(diagnostic -> assertThat(diagnostic.getTags()).containsExactly(DiagnosticTag.Unnecessary));
    }

    @Test
    void leadsFromTheSecondOfTwoDeclarationsToTheFirst() {
        assertThat(shown(Caret.model("let a = 3\nlet a = 4\narea V1 { conv(a); evolve leaky(tau) using euler; emit }")))
                .anySatisfy(diagnostic -> assertThat(diagnostic.getRelatedInformation())
                        .singleElement()
                        .satisfies(related -> assertThat(related.getMessage()).isEqualTo("first here")));
    }

    @Test
    void saysNothingOfTheStandardLibrary() {
        String text = ModuleFinder.standardLibrary()
                .find("dyn.std.primitives")
                .map(Source::text)
                .orElseThrow();
        Snapshot snapshot = Caret.in(text, "dync-std:/dyn/std/primitives.dyn").snapshot();

        assertThat(snapshot.source().isStandard()).isTrue();
        assertThat(Mistakes.of(snapshot).get(snapshot.document().uri())).isEmpty();
    }

    @Test
    void showsTheMistakesOfAnImportedTextInThatText() {
        Snapshot snapshot = Caret.in("import parts.Twice\n" + Caret.model("area V1 { Twice; emit }"))
                .beside("memory:/parts.dyn", "block Twice() { relu relu\n")
                .snapshot();

        assertThat(Mistakes.of(snapshot)).hasEntrySatisfying("memory:/parts.dyn", found -> assertThat(found)
                .isNotEmpty());
    }
}
