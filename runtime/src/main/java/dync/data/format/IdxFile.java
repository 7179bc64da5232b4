package dync.data.format;

import dync.runtime.BadFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * An array of unsigned bytes in the IDX format of the MNIST data sets, plain or compressed with gzip: two zero bytes,
 * the type 8, the number of axes, the length of each axis as a big-endian 32-bit number, the values.
 */
final class IdxFile {
    private static final int UNSIGNED_BYTE = 8;
    private static final int MOST_AXES = 4;
    private static final long MOST_BYTES = 1L << 30;
    private static final String MEND = "fetch the file again, or make sure that it is what it should be";

    private final Path path;
    private final int[] shape;
    private final Bytes values;

    private IdxFile(Path path, int[] shape, Bytes values) {
        this.path = path;
        this.shape = shape;
        this.values = values;
    }

    /**
     * Reads a file; what is not compressed is mapped.
     *
     * @throws BadFile if it cannot be read, is no IDX file of bytes, or is shorter or longer than it says itself
     */
    static IdxFile read(Path path) {
        long size = FileProblem.size(path);
        try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            in.mark(2);
            boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            return zipped ? unpack(path, new GZIPInputStream(in, 1 << 16)) : map(path, in, size);
        } catch (IOException e) {
            throw FileProblem.of(path, e);
        }
    }

    private static IdxFile unpack(Path path, InputStream in) throws IOException {
        int[] shape = readShape(path, in);
        return new IdxFile(path, shape, Bytes.unpack(path, in, volume(path, shape)));
    }

    private static IdxFile map(Path path, InputStream in, long size) throws IOException {
        int[] shape = readShape(path, in);
        int header = 4 + 4 * shape.length;
        int expected = volume(path, shape);
        if (size - header != expected) {
            throw new BadFile(
                    path,
                    (size - header < expected ? "is cut off: " : "goes on after its end: ") + "its header announces "
                            + product(shape) + " = " + expected + " values, and " + (size - header) + " are there",
                    MEND);
        }
        return new IdxFile(path, shape, Bytes.map(path, header, expected));
    }

    private static int[] readShape(Path path, InputStream in) throws IOException {
        byte[] magic = header(path, in, 4);
        if (magic[0] != 0 || magic[1] != 0) {
            throw new BadFile(
                    path,
                    String.format("is no IDX file: it begins with %02x %02x instead of 00 00", magic[0], magic[1]),
                    MEND);
        }
        if (magic[2] != UNSIGNED_BYTE) {
            throw new BadFile(
                    path,
                    String.format(
                            "holds values of IDX type 0x%02x; images and labels are unsigned " + "bytes, type 0x08",
                            magic[2]),
                    MEND);
        }
        int axes = magic[3] & 0xff;
        if (axes < 1 || axes > MOST_AXES) {
            throw new BadFile(path, "announces " + axes + " axes; images have 3 or 4 and labels 1", MEND);
        }
        int[] shape = new int[axes];
        byte[] sizes = header(path, in, 4 * axes);
        for (int i = 0; i < axes; i++) {
            shape[i] = ByteBuffer.wrap(sizes).getInt(4 * i);
        }
        return shape;
    }

    private static byte[] header(Path path, InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new BadFile(path, "is cut off within its header", MEND);
        }
        return bytes;
    }

    private static int volume(Path path, int[] shape) {
        long volume = 1;
        for (int length : shape) {
            long size = Integer.toUnsignedLong(length);
            if (size == 0 || volume > MOST_BYTES / size) {
                throw new BadFile(
                        path,
                        "announces " + product(shape) + " values; at least 1 and at most " + MOST_BYTES + " can be",
                        MEND);
            }
            volume *= size;
        }
        return (int) volume;
    }

    private static String product(int[] shape) {
        return Arrays.stream(shape).mapToObj(Integer::toUnsignedString).collect(Collectors.joining("×"));
    }

    /** Where it was read from. */
    Path path() {
        return path;
    }

    /** Number of axes. */
    int axes() {
        return shape.length;
    }

    /** Length of an axis. */
    int length(int axis) {
        return shape[axis];
    }

    /** The lengths, for messages: {@code 60000×28×28}. */
    String shape() {
        return product(shape);
    }

    /** A value, 0 to 255, by its position in row-major order. */
    int value(int index) {
        return values.unsigned(index);
    }
}
