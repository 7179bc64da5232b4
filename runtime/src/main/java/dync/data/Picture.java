package dync.data;

/**
 * The pixels of one image, in memory that is used again for the next: row by row, the channels of a pixel side by side,
 * from 0 (black) to 1 where they were stored as bytes. To be used by one thread.
 */
public final class Picture {
    private int channels;
    private int height;
    private int width;
    private float[] values = {};
    private byte[] bytes = {};

    /**
     * Makes room for an image; what it held before is undefined.
     *
     * @param newChannels 1 for grey values, 3 for colours
     * @throws IllegalArgumentException if a size is below 1 or the whole is too large for an array
     */
    public void shape(int newChannels, int newHeight, int newWidth) {
        if (newChannels < 1 || newHeight < 1 || newWidth < 1) {
            throw new IllegalArgumentException(
                    "an image of " + newChannels + "×" + newHeight + "×" + newWidth + " has no pixels");
        }
        int count = Math.multiplyExact(newChannels, Math.multiplyExact(newHeight, newWidth));
        if (values.length < count) {
            values = new float[count];
        }
        channels = newChannels;
        height = newHeight;
        width = newWidth;
    }

    /** Number of channels. */
    public int channels() {
        return channels;
    }

    /** Height in pixels. */
    public int height() {
        return height;
    }

    /** Width in pixels. */
    public int width() {
        return width;
    }

    /** Number of values that count: channels · height · width. */
    public int size() {
        return channels * height * width;
    }

    /** The values themselves, not a copy; the array may be longer than {@link #size}. */
    public float[] values() {
        return values;
    }

    /** Where in {@link #values} the first channel of a pixel is. */
    public int at(int row, int column) {
        return (row * width + column) * channels;
    }

    /** Room for the bytes that an image is stored as; their contents are undefined, and the array may be longer. */
    public byte[] bytes(int length) {
        if (bytes.length < length) {
            bytes = new byte[length];
        }
        return bytes;
    }
}
