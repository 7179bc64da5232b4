package dync.compiler.parse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Every {@code .dyn} file of the project, right or wrong. */
public final class Corpus {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private Corpus() {}

    public static List<String> texts() {
        return files().map(Corpus::read).toList();
    }

    /** Those that are right: the standard library, the examples and the fixtures that say so. */
    public static List<Path> right() {
        return files().filter(file -> !file.toString().contains("/err/")).toList();
    }

    public static String ventral() {
        return read(ROOT.resolve("examples/ventral.dyn"));
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files() {
        return Stream.of("stdlib/src/main/resources", "examples", "compiler/src/test/dyn")
                .flatMap(folder -> {
                    try (Stream<Path> found = Files.walk(ROOT.resolve(folder))) {
                        return found.filter(file -> file.toString().endsWith(".dyn")).sorted().toList().stream();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
