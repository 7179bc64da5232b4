package dync.data;

/**
 * How large an image is.
 *
 * @param channels 1 for grey values, 3 for colours
 * @param height pixels
 * @param width pixels
 */
public record ImageSize(int channels, int height, int width) {
    /** Checks the ranges. */
    public ImageSize {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "an image of " + channels + "×" + height + "×" + width + " has no pixels");
        }
    }

    /** Number of values. */
    public int values() {
        return Math.multiplyExact(channels, Math.multiplyExact(height, width));
    }

    @Override
    public String toString() {
        return channels + "×" + height + "×" + width;
    }
}
