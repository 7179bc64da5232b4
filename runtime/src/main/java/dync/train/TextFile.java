package dync.train;

import dync.runtime.BadFile;
import dync.runtime.weights.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text files that are the old ones or the new ones, whole. */
final class TextFile {
    private TextFile() {}

    /** @throws BadFile if it cannot be read */
    static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new BadFile(path, "cannot be read: " + e.getMessage(), "check that the file is yours", e);
        }
    }

    /** @throws BadFile if it cannot be written; the old file stays */
    static void write(Path path, String text) {
        AtomicFile.write(path, out -> {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        });
    }
}
