package dync.runtime;

/**
 * Where the units of a layer lie on the cortical sheet: each place of the image becomes a tile of {@code side * side}
 * features, and every second tile is mirrored, so that tiles meet with the same features at their common border.
 *
 * <p>Channels are laid out row by row in the tile. Where their number is no square the tile is the next larger one,
 * filled up with the last channels in reversed order; on the way back only the first of the two is read.
 */
public record Topography(int channels, int height, int width) {

    /** The side of a tile, the least number whose square holds all channels. */
    public int side() {
        int side = (int) Math.sqrt(channels);
        return side * side < channels ? side + 1 : side;
    }

    public int rows() {
        return side() * height;
    }

    public int columns() {
        return side() * width;
    }

    /**
     * For each place of the sheet, row by row, the unit that lies there: {@code (y * width + x) * channels + c}.
     *
     * @param margin places around the sheet that repeat it in the mirror, without its outermost row; less than its
     *     height and width
     */
    public long[] units(int margin) {
        int side = side();
        long[] units = new long[(rows() + 2 * margin) * (columns() + 2 * margin)];
        int at = 0;
        for (int row = -margin; row < rows() + margin; row++) {
            for (int column = -margin; column < columns() + margin; column++) {
                int there = reflected(row, rows());
                int across = reflected(column, columns());
                int y = there / side;
                int x = across / side;
                int feature = mirrored(there % side, y) * side + mirrored(across % side, x);
                int channel = feature < channels ? feature : 2 * channels - 1 - feature;
                units[at++] = ((long) y * width + x) * channels + channel;
            }
        }
        return units;
    }

    /** For each unit, in the order {@code (y * width + x) * channels + c}, its place on the sheet, row by row. */
    public long[] places() {
        int side = side();
        long[] places = new long[channels * height * width];
        int at = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int channel = 0; channel < channels; channel++) {
                    long row = (long) y * side + mirrored(channel / side, y);
                    places[at++] = row * columns() + (long) x * side + mirrored(channel % side, x);
                }
            }
        }
        return places;
    }

    private int mirrored(int within, int tile) {
        return tile % 2 == 0 ? within : side() - 1 - within;
    }

    private static int reflected(int place, int length) {
        return place < 0 ? -place : place < length ? place : 2 * (length - 1) - place;
    }
}
