package dync.protocol;

import dync.runtime.BadFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

    /** @throws BadFile if the disk does not take it; what was there before stays */
    void append(CharSequence lines) {
        ByteBuffer bytes = ByteBuffer.wrap(packed(lines.toString()));
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long end = file.size();
            try {
                file.position(end);
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(false);
            } catch (IOException e) {
                file.truncate(end);
                throw e;
            }
        } catch (IOException e) {
            throw new BadFile(path, "cannot be written: " + e.getMessage(), "make room on the disk", e);
        }
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
