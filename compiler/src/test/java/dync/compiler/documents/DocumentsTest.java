package dync.compiler.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.Compilation;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.TerminalRenderer;
import dync.compiler.library.ModuleFinder;
import dync.compiler.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every {@code dyn} block of the documents is what the text around it says: see {@link Snippet}. */
class DocumentsTest {
    private static final Path ROOT = Path.of("..");
    /** Made by programs, and tested where they are made. */
    private static final Set<String> GENERATED = Set.of("errors.md", "stdlib.md");

    private static final Set<String> WORDS = Set.of("fragment", "error", "warning", "file", "name");

    static List<Snippet> snippets() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")
                            && !GENERATED.contains(file.getFileName().toString()))
                    .sorted()
                    .forEach(documents::add);
        }
        List<Snippet> snippets = new ArrayList<>();
        for (Path document : documents) {
            snippets.addAll(Snippet.of(document));
        }
        return snippets;
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void a_snippet_is_what_its_page_says(Snippet snippet) throws IOException {
        assertThat(WORDS).containsAll(snippet.words().keySet());
        if (snippet.words().containsKey("file")) {
            assertThat(snippet.text())
                    .isEqualTo(Files.readString(ROOT.resolve(snippet.words().get("file"))));
        }
        List<Diagnostic> found = diagnostics(snippet);
        List<String> expected = Stream.of("error", "warning")
                .flatMap(kind ->
                        Arrays.stream(snippet.words().getOrDefault(kind, "").split(",")))
                .filter(code -> !code.isEmpty())
                .sorted()
                .toList();
        // a fragment may name what it does not use
        boolean isWhole = !snippet.words().containsKey("fragment") || !expected.isEmpty();
        assertThat(found.stream().filter(one -> isWhole || one.isError()))
                .as(new TerminalRenderer(false).render(found))
                .extracting(one -> one.code().name())
                .filteredOn(code -> isWhole && !snippet.words().containsKey("fragment") || !code.equals("DYN0214"))
                .containsExactlyInAnyOrderElementsOf(expected);
        if (!snippet.shown().isEmpty() && !expected.isEmpty()) {
            assertThat(new TerminalRenderer(false).render(found)).isEqualTo(snippet.shown());
        }
    }

    private static List<Diagnostic> diagnostics(Snippet snippet) {
        Compilation compilation = Compilation.of(
                new Source(snippet.name(), snippet.whole()), ModuleFinder.folder(ROOT.resolve("examples")));
        compilation.checkAll();
        return compilation.diagnostics();
    }
}
