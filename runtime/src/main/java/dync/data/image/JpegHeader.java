package dync.data.image;

import dync.data.image.ImageHeader.Format;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Goes through the markers of a JPEG file up to the size of the image (ITU T.81, annex B). */
final class JpegHeader {
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int EXIF = 0xe1;
    private static final int ADOBE = 0xee;
    private static final int ORIENTATION = 0x0112;

    private JpegHeader() {}

    /** @throws IndexOutOfBoundsException if the bytes end before the size */
    static Optional<ImageHeader> read(ByteBuffer in) {
        int orientation = 1;
        int adobe = -1;
        int at = 2;
        while (true) {
            if ((in.get(at) & 0xff) != 0xff) {
                return Optional.empty();
            }
            int marker = in.get(at + 1) & 0xff;
            if (marker == 0xff) {
                at++;
                continue;
            }
            int length = in.getShort(at + 2) & 0xffff;
            int body = at + 4;
            if (frame(marker)) {
                return Optional.of(new ImageHeader(
                        Format.JPEG,
                        in.get(body + 5) & 0xff,
                        in.getShort(body + 3) & 0xffff,
                        in.getShort(body + 1) & 0xffff,
                        orientation,
                        adobe));
            }
            if (marker == EXIF && length > 16 && orientation == 1) {
                orientation = orientation(in, body, length - 2);
            } else if (marker == ADOBE && length >= 14 && in.getInt(body) == 0x41646f62) {
                adobe = in.get(body + 11);
            }
            if (length < 2) {
                return Optional.empty();
            }
            at += 2 + length;
        }
    }

    /** Whether the file has its end: the library fills up with grey what is missing, mostly without a word. */
    static boolean complete(byte[] bytes) {
        return lastMarker(bytes, END) > lastMarker(bytes, SCAN);
    }

    private static int lastMarker(byte[] bytes, int marker) {
        for (int i = bytes.length - 2; i >= 0; i--) {
            if ((bytes[i] & 0xff) == 0xff && (bytes[i + 1] & 0xff) == marker) {
                return i;
            }
        }
        return -1;
    }

    /** Start of a frame: 0xc0 to 0xcf but for the tables among them. */
    private static boolean frame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** The tag of the first directory of EXIF; 1, upright, where there is none or it makes no sense. */
    private static int orientation(ByteBuffer in, int body, int length) {
        if (in.getInt(body) != 0x45786966 || body + length > in.limit()) {
            return 1;
        }
        ByteBuffer tiff = in.slice(body + 6, length - 6);
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return 1;
        }
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries && directory + 14 + 12 * i <= tiff.limit(); i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xffff) == ORIENTATION) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }
}
