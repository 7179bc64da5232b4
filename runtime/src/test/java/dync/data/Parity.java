package dync.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where recorded reference runs are: {@code -Dparity.dir}, or {@code ../shared/parity} beside the project. */
public final class Parity {
    private Parity() {}

    /** The file of a case; the test is skipped with a message where it is not there. */
    public static Path file(String name) {
        String stated = System.getProperty("parity.dir");
        Path root = Path.of(System.getProperty("dync.root", ".")).toAbsolutePath();
        Path folder =
                stated != null ? Path.of(stated) : root.resolveSibling("shared").resolve("parity");
        Path file = folder.resolve(name + ".safetensors");
        assumeTrue(Files.exists(file), () -> "no recorded reference " + file + "; set -Dparity.dir");
        return file;
    }
}
