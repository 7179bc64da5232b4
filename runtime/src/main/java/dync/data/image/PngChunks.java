package dync.data.image;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Checks that the chunks of a PNG file are all there: the library sets aside what a chunk claims before it reads it. */
final class PngChunks {
    private static final int END = 0x49454e44;
    private static final int PALETTE = 0x504c5445;

    private PngChunks() {}

    /** What is wrong; empty if nothing is. */
    static Optional<String> problem(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int at = 8;
        while (at <= bytes.length - 12) {
            int length = in.getInt(at);
            int type = in.getInt(at + 4);
            if (length < 0 || length > bytes.length - 12 - at) {
                return Optional.of("a chunk announces " + Integer.toUnsignedString(length) + " bytes, and "
                        + (bytes.length - at) + " are left");
            }
            if (type == PALETTE && (length > 768 || length % 3 != 0)) {
                return Optional.of("its palette has " + length + " bytes");
            }
            if (type == END) {
                return Optional.empty();
            }
            at += 12 + length;
        }
        return Optional.of("its last chunk is missing");
    }
}
