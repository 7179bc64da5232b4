package dync.compiler.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.diagnostic.TerminalRenderer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
