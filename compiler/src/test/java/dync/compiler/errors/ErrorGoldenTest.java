package dync.compiler.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Help;
import dync.compiler.diagnostic.TerminalRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each {@code src/test/dyn/err/NAME.dyn} holds one mistake and is reported as {@code NAME.txt} says. {@code -Dupdate}
 * rewrites the expectations.
 */
class ErrorGoldenTest {
    private static final Path FOLDER = Path.of("src/test/dyn/err");

    @TestFactory
    Stream<DynamicTest> wrong_files_are_told_what_is_wrong() throws IOException {
        return tests(fixture -> {
            List<Diagnostic> diagnostics = fixture.diagnostics();
            String actual = new TerminalRenderer(false).render(diagnostics);
            Path expected = FOLDER.resolve(fixture.name().replace(".dyn", ".txt"));
            if (System.getProperty("update") != null) {
                Files.writeString(expected, actual);
            }
            assertThat(actual).isEqualTo(Files.readString(expected));
        });
    }

    @TestFactory
    Stream<DynamicTest> one_mistake_is_reported_once() throws IOException {
        return tests(fixture ->
                assertThat(fixture.diagnostics()).hasSize(fixture.name().equals("five_mistakes.dyn") ? 5 : 1));
    }

    @TestFactory
    Stream<DynamicTest> edits_mend_what_they_promise_to_mend() throws IOException {
        return tests(fixture -> {
            List<Diagnostic> before = fixture.diagnostics();
            for (Diagnostic diagnostic : before) {
                for (Help help : diagnostic.helps()) {
                    if (help.edit().isPresent()) {
                        assertThat(fixture.mended(help.edit().get()).diagnostics())
                                .as(help.text())
                                .extracting(Diagnostic::message)
                                .hasSize(before.size() - 1)
                                .doesNotContain(diagnostic.message());
                    }
                }
            }
        });
    }

    @Test
    void every_code_after_the_syntax_has_a_fixture() throws IOException {
        Set<Code> shown = EnumSet.noneOf(Code.class);
        for (Path file : Fixture.files(FOLDER)) {
            Fixture.read(file).diagnostics().forEach(diagnostic -> shown.add(diagnostic.code()));
        }
        assertThat(shown)
                .containsAll(Stream.of(Code.values())
                        // whether a Java method is there shows when a model is loaded
                        .filter(code -> !code.name().startsWith("DYN01") && code != Code.DYN0714)
                        .toList());
    }

    private interface Check {
        void on(Fixture fixture) throws IOException;
    }

    private static Stream<DynamicTest> tests(Check check) throws IOException {
        List<Path> files = Fixture.files(FOLDER);
        assertThat(files).hasSizeGreaterThan(40);
        return files.stream()
                .map(file ->
                        DynamicTest.dynamicTest(file.getFileName().toString(), () -> check.on(Fixture.read(file))));
    }
}
