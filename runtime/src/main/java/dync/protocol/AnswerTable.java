package dync.protocol;

import dync.runtime.BadFile;
import dync.runtime.file.AtomicFile;
import dync.runtime.file.GrowingFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * A table that grows by packed pieces: a file of several members, as gzip has it (RFC 1952), which reads as one. A piece
 * is there whole or not at all.
 */
final class AnswerTable {
    private final Path path;

    AnswerTable(Path path) {
        this.path = path;
    }

    /**
     * Begins the file, in place of an earlier one.
     *
     * @param header names of the columns, as a line
     * @throws BadFile if it cannot be written
     */
    void begin(String header) {
        AtomicFile.write(path, packed(header));
    }

    /** @throws BadFile if the disk does not take it; what was there before stays */
    void append(CharSequence lines) {
        GrowingFile.append(path, packed(lines.toString()), true);
    }

    private static byte[] packed(String lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packer = new GZIPOutputStream(bytes)) {
            packer.write(lines.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
