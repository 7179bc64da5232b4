package dync.compiler.format;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.diagnostic.Edit;
import dync.compiler.parse.Corpus;
import dync.compiler.source.Source;
import dync.compiler.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** {@code src/test/format/NAME.before.dyn} becomes {@code NAME.after.dyn}; {@code -Dupdate} rewrites the latter. */
class FormatterTest {
    private static final Path FOLDER = Path.of("src/test/format");

    @TestFactory
    Stream<DynamicTest> files_become_the_form_that_was_reviewed() throws IOException {
        List<Path> before;
        try (Stream<Path> files = Files.list(FOLDER)) {
            before = files.filter(file -> file.toString().endsWith(".before.dyn"))
                    .sorted()
                    .toList();
        }
        assertThat(before).hasSizeGreaterThan(4);
        return before.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    Path after = Path.of(file.toString().replace(".before.", ".after."));
                    String formatted = format(Files.readString(file));
                    if (System.getProperty("update") != null) {
                        Files.writeString(after, formatted);
                    }
                    assertThat(formatted).isEqualTo(Files.readString(after));
                    assertThat(format(formatted)).isEqualTo(formatted);
                    assertThat(formatted.lines()).allMatch(line -> line.length() <= Layout.WIDTH);
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_file_of_the_project_keeps_its_meaning_and_then_its_form() {
        return Corpus.texts().stream()
                .map(text -> DynamicTest.dynamicTest(text.lines().findFirst().orElse(""), () -> {
                    String once = format(text);
                    assertThat(Meaning.of(once)).isEqualTo(Meaning.of(text));
                    assertThat(format(once)).isEqualTo(once);
                }));
    }

    @Test
    void what_can_be_read_leaves_nothing_as_it_was() {
        assertThat(Corpus.right()).allSatisfy(file -> assertThat(
                        Formatter.format(source(Corpus.read(file))).left())
                .isEmpty());
    }

    @Test
    void only_the_statement_with_a_mistake_stays() {
        String text = "block A {\n  relu\n  conv( 3 4 )\n  relu\n}\n";
        Formatted formatted = Formatter.format(source(text));
        assertThat(formatted.text()).isEqualTo("block A {\n    relu\n  conv( 3 4 )\n    relu\n}\n");
        assertThat(formatted.left()).extracting(Span::text).containsExactly("conv( 3 4 )");
    }

    @Test
    void nothing_becomes_nothing() {
        assertThat(format("")).isEmpty();
        assertThat(format(" \n\n ")).isEmpty();
    }

    @Test
    void edits_bring_a_text_into_its_form() {
        Source source = source(Corpus.read(FOLDER.toAbsolutePath().resolve("everything.before.dyn")));
        List<Edit> edits =
                Formatter.edits(source, new Span(source, 0, source.text().length()));
        assertThat(LineEdits.applied(source.text(), edits))
                .isEqualTo(Formatter.format(source).text());
    }

    @Test
    void edits_of_a_range_leave_other_lines() {
        Source source = source("const  a = 1\nconst b = 2\nconst  c = 3\n");
        int at = source.text().indexOf("c =");
        List<Edit> edits = Formatter.edits(source, new Span(source, at, at + 1));
        assertThat(LineEdits.applied(source.text(), edits)).isEqualTo("const  a = 1\nconst b = 2\nconst c = 3\n");
    }

    @Test
    void a_formatted_text_needs_no_edits() {
        Source source = source(Corpus.ventral());
        assertThat(Formatter.edits(source, new Span(source, 0, source.text().length())))
                .isEmpty();
    }

    private static String format(String text) {
        return Formatter.format(source(text)).text();
    }

    private static Source source(String text) {
        return new Source("text.dyn", text);
    }
}
