package dync.data.transform;

import dync.data.Picture;
import dync.runtime.UserError;
import java.util.Arrays;

/** Parts of pictures, which may reach beyond them. */
final class Cropping {
    private Cropping() {}

    /**
     * A part becomes the picture.
     *
     * @param top first row; negative begins above the picture
     * @param left first column; negative begins left of the picture
     * @param fill value of what was not part of the picture
     */
    static void crop(Canvas canvas, int top, int left, int height, int width, double fill) {
        Picture from = canvas.picture();
        int channels = from.channels();
        if (top == 0 && left == 0 && height == from.height() && width == from.width()) {
            return;
        }
        Picture into = canvas.spare(channels, height, width);
        boolean inside = top >= 0 && left >= 0 && top + height <= from.height() && left + width <= from.width();
        if (!inside) {
            Arrays.fill(into.values(), 0, into.size(), (float) fill);
        }
        int firstRow = Math.max(0, top);
        int lastRow = Math.min(from.height(), top + height);
        int firstColumn = Math.max(0, left);
        int count = Math.min(from.width(), left + width) - firstColumn;
        for (int y = firstRow; y < lastRow && count > 0; y++) {
            System.arraycopy(
                    from.values(),
                    from.at(y, firstColumn),
                    into.values(),
                    into.at(y - top, firstColumn - left),
                    count * channels);
        }
        canvas.turn();
    }

    /** @throws UserError if a part of this size does not fit in */
    static void require(Picture picture, int padding, int height, int width) {
        if (picture.height() + 2 * padding < height || picture.width() + 2 * padding < width) {
            throw new UserError(
                    "a part of " + height + "×" + width + " pixels cannot be cut from an image of " + picture.height()
                            + "×" + picture.width() + (padding > 0 ? " with " + padding + " around it" : ""),
                    "resize the images first, or pad them");
        }
    }
}
