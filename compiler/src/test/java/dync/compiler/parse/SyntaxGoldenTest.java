package dync.compiler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.ast.AstPrinter;
import dync.compiler.ast.Module;
import dync.compiler.diagnostic.Diagnostics;
import dync.compiler.diagnostic.TerminalRenderer;
import dync.compiler.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each {@code src/test/dyn/syntax/ok/NAME.dyn} parses without a word and prints as {@code NAME.txt}; each
 * {@code err/NAME.dyn} is reported as its {@code NAME.txt} says. {@code -Dupdate} rewrites the expectations.
 */
class SyntaxGoldenTest {
    private static final Path ROOT = Path.of("src/test/dyn/syntax");

    @TestFactory
    Stream<DynamicTest> right_files_print_their_tree() throws IOException {
        return files("ok")
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    Diagnostics diagnostics = new Diagnostics();
                    Module module = Parser.parse(read(file), diagnostics);
                    assertThat(new TerminalRenderer(false).render(diagnostics.all()))
                            .isEmpty();
                    compare(file, AstPrinter.print(module));
                }));
    }

    @TestFactory
    Stream<DynamicTest> wrong_files_are_told_what_is_wrong() throws IOException {
        return files("err")
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    Diagnostics diagnostics = new Diagnostics();
                    Module module = Parser.parse(read(file), diagnostics);
                    assertThat(diagnostics.hasErrors()).isTrue();
                    compare(
                            file,
                            new TerminalRenderer(false).render(diagnostics.all()) + "\n" + AstPrinter.print(module));
                }));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".dyn"))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<Path> files(String folder) throws IOException {
        List<Path> files = list(ROOT.resolve(folder));
        assertThat(files).as("fixtures in %s", folder).isNotEmpty();
        return files.stream();
    }

    private static Source read(Path file) throws IOException {
        return new Source(file.getFileName().toString(), Files.readString(file));
    }

    private static void compare(Path file, String actual) throws IOException {
        Path expected = Path.of(file.toString().replaceAll("\\.dyn$", ".txt"));
        if (System.getProperty("update") != null) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(expected));
    }
}
