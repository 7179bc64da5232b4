package dync.parity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Models that a rule writes. */
final class Written {
    private Written() {}

    /** A file with this text that goes when the tests end. */
    static Path file(String text) {
        try {
            Path file = Files.createTempFile("parity", ".dyn");
            file.toFile().deleteOnExit();
            return Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
