package dync.data.fetch;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Files out of a {@code .tar.gz} from the publisher's own server. Only the files that are asked for are taken, by the last
 * part of their path, so that nothing lands anywhere else.
 *
 * @param server brings the archive, and nothing else
 * @param archive what the publisher says of it
 * @param names files to take
 */
public record ArchiveSource(HttpSource server, PublishedSum archive, List<String> names) implements FetchSource {
    private static final int BLOCK = 512;
    private static final int SIZE_AT = 124;
    private static final int TYPE_AT = 156;

    @Override
    public String describe() {
        return server.describe() + archive.name();
    }

    @Override
    public Path obtain(Path work, FetchListener listener) throws IOException {
        Path folder = server.obtain(work, listener);
        Optional<String> problem = archive.problem(folder);
        if (problem.isPresent()) {
            throw new IOException(problem.get());
        }
        Path unpacked = Files.createDirectory(work.resolve("unpacked"));
        try (InputStream in = new BufferedInputStream(
                new GZIPInputStream(Files.newInputStream(folder.resolve(archive.name())), 1 << 16), 1 << 16)) {
            unpack(in, unpacked);
        } catch (EOFException e) {
            throw new IOException(archive.name() + " is cut off", e);
        }
        Files.delete(folder.resolve(archive.name()));
        return unpacked;
    }

    /** Blocks of 512 bytes: a header with name and size in octal, the contents, filled up; two empty blocks at the end. */
    private void unpack(InputStream in, Path folder) throws IOException {
        while (true) {
            byte[] header = in.readNBytes(BLOCK);
            if (header.length < BLOCK || header[0] == 0) {
                return;
            }
            String path = text(header, 0, 100);
            String name = path.substring(path.lastIndexOf('/') + 1);
            long size = size(header);
            if (names.contains(name) && (header[TYPE_AT] == '0' || header[TYPE_AT] == 0)) {
                try (var out = Files.newOutputStream(folder.resolve(name))) {
                    copy(in, out, size);
                }
                in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            } else {
                in.skipNBytes((size + BLOCK - 1) / BLOCK * BLOCK);
            }
        }
    }

    private static void copy(InputStream in, java.io.OutputStream out, long size) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (long left = size; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException();
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    private long size(byte[] header) throws IOException {
        try {
            return Long.parseLong(text(header, SIZE_AT, 12).strip(), 8);
        } catch (NumberFormatException e) {
            throw new IOException(archive.name() + " is no tar archive", e);
        }
    }

    private static String text(byte[] header, int from, int most) {
        int length = 0;
        while (length < most && header[from + length] != 0) {
            length++;
        }
        return new String(header, from, length, StandardCharsets.UTF_8);
    }
}
