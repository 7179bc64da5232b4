package dync.compiler.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.Compilation;
import dync.compiler.diagnostic.TerminalRenderer;
import dync.compiler.library.ModuleFinder;
import dync.compiler.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is right is not complained about, and no complaint needs libtorch. */
class RightFilesTest {

    @TestFactory
    Stream<DynamicTest> right_files_are_not_complained_about() {
        return Stream.of(Path.of("src/test/dyn/ok"), Path.of("src/test/dyn/right"), Path.of("../examples"))
                .flatMap(folder -> list(folder).stream())
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(), () -> assertThat(new TerminalRenderer(false)
                                        .render(Fixture.read(file).diagnostics()))
                                .isEmpty()));
    }

    @Test
    void the_model_in_the_front_door_is_not_complained_about() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        Matcher block = Pattern.compile("```dyn\\n(.*?)```", Pattern.DOTALL).matcher(readme);
        assertThat(block.find()).isTrue();
        Compilation compilation = Compilation.of(new Source("README.md", block.group(1)), ModuleFinder.none());
        compilation.checkAll();
        assertThat(compilation.models()).isNotEmpty();
        assertThat(compilation.diagnostics()).isEmpty();
    }

    @Test
    void libtorch_is_out_of_the_compilers_reach() {
        assertThat(System.getProperty("java.class.path")).doesNotContain("pytorch", "javacpp", "dync-runtime");
    }

    private static List<Path> list(Path folder) {
        try {
            return Fixture.files(folder);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
