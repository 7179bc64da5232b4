package dync.data.format;

import dync.runtime.BadFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Numbers in row-major order, wherever they came from. */
final class NumberArray {
    private static final long MOST_NUMBERS = 1L << 40;

    private final Path path;
    private final String name;
    private final int[] shape;
    private final NumberType type;
    private final Bytes bytes;

    /**
     * Describes an array.
     *
     * @param path the file, for messages
     * @param name its name in there, or the empty string
     * @param bytes as many as shape and type want, in the order of the file
     */
    NumberArray(Path path, String name, int[] shape, NumberType type, Bytes bytes) {
        this.path = path;
        this.name = name;
        this.shape = shape.clone();
        this.type = type;
        this.bytes = bytes;
        if (bytes.length() != volume(path, shape) * type.bytes()) {
            throw new IllegalArgumentException(bytes.length() + " bytes for " + shape(shape) + " " + type.title());
        }
    }

    /**
     * The number of numbers in an array of this shape.
     *
     * @throws BadFile if there are more than any file could hold, or a length is below 0
     */
    static long volume(Path path, int[] shape) {
        long volume = 1;
        for (int length : shape) {
            if (length < 0 || length > 0 && volume > MOST_NUMBERS / length) {
                throw new BadFile(path, "announces an array of " + shape(shape), FileProblem.MEND);
            }
            volume *= length;
        }
        return volume;
    }

    static String shape(int[] shape) {
        return shape.length == 0
                ? "a single number"
                : Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining("×"));
    }

    int axes() {
        return shape.length;
    }

    int length(int axis) {
        return shape[axis];
    }

    NumberType type() {
        return type;
    }

    /** A message about this array. */
    BadFile problem(String problem, String help) {
        return new BadFile(path, name.isEmpty() ? problem : "'" + name + "' " + problem, help);
    }

    /** Type and shape, for messages: {@code uint8 100×32×32×3}. */
    @Override
    public String toString() {
        return type.title() + " " + shape(shape);
    }

    /** A whole number by its position; of a type that is {@link NumberType#whole}. */
    long integer(long index) {
        long at = index * type.bytes();
        return switch (type) {
            case BOOL, UINT8 -> bytes.unsigned(at);
            case INT8 -> (byte) bytes.unsigned(at);
            case UINT16 -> bytes.int16(at) & 0xffff;
            case INT16 -> bytes.int16(at);
            case UINT32 -> Integer.toUnsignedLong(bytes.int32(at));
            case INT32 -> bytes.int32(at);
            case UINT64, INT64 -> bytes.int64(at);
            default -> throw new IllegalStateException(type + " is not whole");
        };
    }

    /** A pixel by its position: 0 to 1 for what is stored in 8 or 16 bits without a sign, else as it is stored. */
    float pixel(long index) {
        long at = index * type.bytes();
        return switch (type) {
            case UINT8 -> bytes.unsigned(at) / 255f;
            case UINT16 -> (bytes.int16(at) & 0xffff) / 65535f;
            case BOOL -> bytes.unsigned(at);
            case FLOAT32 -> bytes.float32(at);
            case FLOAT64 -> (float) bytes.float64(at);
            default -> throw new IllegalStateException(type + " is no type of pixels");
        };
    }
}
