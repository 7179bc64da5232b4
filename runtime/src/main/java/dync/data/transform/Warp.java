package dync.data.transform;

import dync.data.Picture;

/**
 * An affine map of a picture onto itself, about its centre, as torchvision's {@code affine} on tensors: the value of a pixel
 * is looked up where the inverse map takes it.
 */
final class Warp {
    private Warp() {}

    /**
     * Maps the picture.
     *
     * @param angle clockwise, in degrees
     * @param right shift in pixels
     * @param down shift in pixels
     * @param scale above 1 enlarges
     * @param shear of the columns, in degrees
     * @param fill value of what was not part of the picture
     */
    static void apply(
            Canvas canvas,
            double angle,
            double right,
            double down,
            double scale,
            double shear,
            Interpolation interpolation,
            double fill) {
        double rotation = Math.toRadians(angle);
        double tan = Math.tan(Math.toRadians(shear));
        double cos = Math.cos(rotation);
        double sin = Math.sin(rotation);
        // the inverse of scale · rotation · shear; after torchvision's _get_inverse_affine_matrix
        double xx = (cos - sin * tan) / scale;
        double xy = (cos * tan + sin) / scale;
        double yx = -sin / scale;
        double yy = cos / scale;
        Picture from = canvas.picture();
        int height = from.height();
        int width = from.width();
        Picture into = canvas.spare(from.channels(), height, width);
        double centreX = (width - 1) * 0.5;
        double centreY = (height - 1) * 0.5;
        for (int y = 0; y < height; y++) {
            double dy = y - centreY - down;
            double dx = -centreX - right;
            double x0 = xx * dx + xy * dy + centreX;
            double y0 = yx * dx + yy * dy + centreY;
            if (interpolation == Interpolation.NEAREST) {
                nearest(from, into, y, x0, y0, xx, yx, (float) fill);
            } else {
                bilinear(from, into, y, x0, y0, xx, yx, (float) fill);
            }
        }
        canvas.turn();
    }

    private static void nearest(
            Picture from, Picture into, int row, double x0, double y0, double stepX, double stepY, float fill) {
        int channels = from.channels();
        float[] values = from.values();
        float[] out = into.values();
        int at = into.at(row, 0);
        for (int x = 0; x < into.width(); x++) {
            int sourceX = (int) Math.rint(x0 + x * stepX);
            int sourceY = (int) Math.rint(y0 + x * stepY);
            boolean inside = sourceX >= 0 && sourceY >= 0 && sourceX < from.width() && sourceY < from.height();
            int pixel = inside ? from.at(sourceY, sourceX) : -1;
            for (int c = 0; c < channels; c++) {
                out[at++] = inside ? values[pixel + c] : fill;
            }
        }
    }

    private static void bilinear(
            Picture from, Picture into, int row, double x0, double y0, double stepX, double stepY, float fill) {
        int channels = from.channels();
        int width = from.width();
        int height = from.height();
        int stride = width * channels;
        float[] values = from.values();
        float[] out = into.values();
        int at = into.at(row, 0);
        for (int x = 0; x < width; x++) {
            double sourceX = x0 + x * stepX;
            double sourceY = y0 + x * stepY;
            int left = floor(sourceX);
            int top = floor(sourceY);
            float towardsRight = (float) (sourceX - left);
            float towardsBottom = (float) (sourceY - top);
            if (left >= 0 && top >= 0 && left + 1 < width && top + 1 < height) {
                int pixel = from.at(top, left);
                for (int c = 0; c < channels; c++, pixel++) {
                    float above = values[pixel] + towardsRight * (values[pixel + channels] - values[pixel]);
                    int under = pixel + stride;
                    float below = values[under] + towardsRight * (values[under + channels] - values[under]);
                    out[at++] = above + towardsBottom * (below - above);
                }
            } else {
                for (int c = 0; c < channels; c++) {
                    float above = value(from, top, left, c, fill) * (1 - towardsRight)
                            + value(from, top, left + 1, c, fill) * towardsRight;
                    float below = value(from, top + 1, left, c, fill) * (1 - towardsRight)
                            + value(from, top + 1, left + 1, c, fill) * towardsRight;
                    out[at++] = above * (1 - towardsBottom) + below * towardsBottom;
                }
            }
        }
    }

    /** As Math.floor, which is no single instruction in a loop over pixels. */
    private static int floor(double x) {
        int whole = (int) x;
        return x < whole ? whole - 1 : whole;
    }

    private static float value(Picture from, int row, int column, int channel, float fill) {
        boolean inside = row >= 0 && column >= 0 && row < from.height() && column < from.width();
        return inside ? from.values()[from.at(row, column) + channel] : fill;
    }
}
