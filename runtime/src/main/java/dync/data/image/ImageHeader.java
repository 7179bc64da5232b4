package dync.data.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What the beginning of an image file says of it, read here so that it can be checked before anything is set aside.
 *
 * @param format of the file
 * @param channels 1 for grey values, 3 for colours, 4 for the colours of printing
 * @param width of the stored pixels
 * @param height of the stored pixels
 * @param orientation of EXIF, 1 to 8: how the stored pixels have to be turned
 * @param adobe the colour transform of Adobe's marker in a JPEG file, or -1
 */
record ImageHeader(Format format, int channels, int width, int height, int orientation, int adobe) {
    /** The formats, by how their files begin. */
    enum Format {
        JPEG,
        PNG,
        GIF,
        BMP
    }

    /** Reads a header; empty if the bytes begin like none of the formats, or end within the header. */
    static Optional<ImageHeader> of(byte[] bytes, int length) {
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, length).slice();
        try {
            if (begins(in, 0xff, 0xd8, 0xff)) {
                return JpegHeader.read(in);
            }
            if (begins(in, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
                // grey, colours, a palette, grey and alpha, colours and alpha
                int colour = in.get(25);
                return Optional.of(plain(Format.PNG, colour == 0 || colour == 4 ? 1 : 3, in.getInt(16), in.getInt(20)));
            }
            in.order(ByteOrder.LITTLE_ENDIAN);
            if (begins(in, 'G', 'I', 'F', '8')) {
                return Optional.of(plain(Format.GIF, 3, in.getShort(6) & 0xffff, in.getShort(8) & 0xffff));
            }
            if (begins(in, 'B', 'M')) {
                boolean old = in.getInt(14) == 12;
                int width = old ? in.getShort(18) & 0xffff : in.getInt(18);
                int height = old ? in.getShort(20) & 0xffff : in.getInt(22);
                return Optional.of(plain(Format.BMP, 3, width, height == Integer.MIN_VALUE ? 0 : Math.abs(height)));
            }
            return Optional.empty();
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static ImageHeader plain(Format format, int channels, int width, int height) {
        return new ImageHeader(format, channels, width, height, 1, -1);
    }

    private static boolean begins(ByteBuffer in, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= in.limit() || (in.get(i) & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether rows and columns change places. */
    boolean turned() {
        return orientation > 4;
    }
}
