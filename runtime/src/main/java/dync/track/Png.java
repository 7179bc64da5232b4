package dync.track;

/**
 * A picture in the format PNG.
 *
 * @param width in pixels
 * @param height in pixels
 * @param channels 1 for grey values, 3 for colours, 4 with opacity
 */
public record Png(int width, int height, int channels, Bytes bytes) {
    /** Bytes that nobody changes. */
    public static final class Bytes {
        private final byte[] values;

        public Bytes(byte[] values) {
            this.values = values.clone();
        }

        public byte[] toArray() {
            return values.clone();
        }
    }

    /** Number of bytes. */
    public int size() {
        return bytes.values.length;
    }
}
