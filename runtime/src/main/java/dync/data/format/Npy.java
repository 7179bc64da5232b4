package dync.data.format;

import dync.runtime.BadFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of an array in numpy's NPY format, versions 1 to 3: eight bytes of magic and version, the length of the
 * header, and a dictionary of Python with the type, the order and the shape. The numbers follow.
 */
record Npy(NumberType type, ByteOrder order, int[] shape, int length) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int MOST_HEADER = 1 << 16;
    private static final int MOST_AXES = 8;
    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([<>|=]?)([a-zA-Z])([0-9]{0,4})'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9L,\\s]{0,200})\\)");
    private static final String SAVE = "save it by numpy.save or numpy.savez";

    /**
     * Reads up to the first number.
     *
     * @param path the file, for messages
     * @throws BadFile if there is no such header, or numbers of a type or order that cannot be read
     */
    static Npy read(Path path, String name, InputStream in) throws IOException {
        String what = name.isEmpty() ? "" : "'" + name + "' ";
        byte[] start = in.readNBytes(8);
        for (int i = 0; i < MAGIC.length; i++) {
            if (start.length < 8 || start[i] != MAGIC[i]) {
                throw new BadFile(path, what + "is no array of numpy: it does not begin with \\x93NUMPY", SAVE);
            }
        }
        int version = start[6];
        if (version < 1 || version > 3) {
            throw new BadFile(path, what + "is of version " + version + " of numpy's format; 1 to 3 are known", SAVE);
        }
        int sizeBytes = version == 1 ? 2 : 4;
        byte[] size = in.readNBytes(sizeBytes);
        long length = 0;
        for (int i = size.length - 1; i >= 0; i--) {
            length = length << 8 | size[i] & 0xff;
        }
        if (size.length < sizeBytes || length > MOST_HEADER) {
            throw new BadFile(path, what + "is cut off, or announces a header of " + length + " bytes", SAVE);
        }
        byte[] header = in.readNBytes((int) length);
        if (header.length < length) {
            throw new BadFile(path, what + "is cut off within its header", FileProblem.MEND);
        }
        return parse(path, what, new String(header, StandardCharsets.UTF_8), 8 + sizeBytes + (int) length);
    }

    private static Npy parse(Path path, String what, String header, int length) {
        Matcher type = TYPE.matcher(header);
        Matcher order = ORDER.matcher(header);
        Matcher shape = SHAPE.matcher(header);
        if (!type.find() || !order.find() || !shape.find()) {
            throw new BadFile(
                    path,
                    what + "holds no plain numbers: its header is " + shortened(header),
                    "images and labels are arrays of numbers, without fields or objects");
        }
        int[] lengths = lengths(path, what, shape.group(1));
        if (order.group(1).equals("True") && lengths.length > 1) {
            throw new BadFile(
                    path,
                    what + "is stored column by column (in the order of Fortran)",
                    "save numpy.ascontiguousarray of it");
        }
        return new Npy(
                type(path, what, type),
                type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                lengths,
                length);
    }

    private static NumberType type(Path path, String what, Matcher type) {
        int bytes = type.group(3).isEmpty() ? 1 : Integer.parseInt(type.group(3));
        char kind = type.group(2).charAt(0);
        if ("buif".indexOf(kind) < 0) {
            throw new BadFile(
                    path,
                    what + "holds values of numpy's type " + type.group(2) + type.group(3) + ", which are no numbers",
                    "save it with astype('uint8') or astype('float32')");
        }
        return NumberType.of(kind, bytes)
                .orElseThrow(() -> new BadFile(
                        path,
                        what + "holds numbers of numpy's type " + kind + bytes,
                        "save it with astype('uint8') or astype('float32')"));
    }

    private static int[] lengths(Path path, String what, String shape) {
        String[] parts = shape.isBlank() ? new String[0] : shape.split(",", -1);
        int axes = parts.length > 0 && parts[parts.length - 1].isBlank() ? parts.length - 1 : parts.length;
        int[] lengths = new int[Math.min(axes, MOST_AXES)];
        try {
            for (int i = 0; i < lengths.length; i++) {
                lengths[i] = Integer.parseInt(parts[i].strip());
            }
        } catch (NumberFormatException e) {
            throw new BadFile(path, what + "announces the shape (" + shape.strip() + ")", FileProblem.MEND);
        }
        if (axes > MOST_AXES) {
            throw new BadFile(path, what + "announces " + axes + " axes", FileProblem.MEND);
        }
        return lengths;
    }

    private static String shortened(String header) {
        String line = header.strip();
        return line.length() <= 80 ? line : line.substring(0, 80) + "…";
    }
}
