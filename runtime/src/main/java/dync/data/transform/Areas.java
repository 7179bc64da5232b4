package dync.data.transform;

import dync.data.Picture;
import java.util.Arrays;

/** Changes of a picture in its place: mirrored, or partly blank. */
final class Areas {
    private Areas() {}

    /** Left and right change places. */
    static void mirrorColumns(Picture picture) {
        float[] values = picture.values();
        int channels = picture.channels();
        int row = picture.width() * channels;
        for (int y = 0; y < picture.height(); y++) {
            int left = y * row;
            int right = left + row - channels;
            while (left < right) {
                for (int c = 0; c < channels; c++) {
                    float kept = values[left + c];
                    values[left + c] = values[right + c];
                    values[right + c] = kept;
                }
                left += channels;
                right -= channels;
            }
        }
    }

    /** Top and bottom change places. */
    static void mirrorRows(Picture picture) {
        float[] values = picture.values();
        int row = picture.width() * picture.channels();
        for (int y = 0; y < picture.height() / 2; y++) {
            int above = y * row;
            int below = (picture.height() - 1 - y) * row;
            for (int i = 0; i < row; i++) {
                float kept = values[above + i];
                values[above + i] = values[below + i];
                values[below + i] = kept;
            }
        }
    }

    /** A rectangle, as far as it is part of the picture, gets one value. */
    static void blank(Picture picture, int top, int left, int height, int width, double value) {
        int from = Math.max(0, left);
        int to = Math.min(picture.width(), left + width);
        for (int y = Math.max(0, top); y < Math.min(picture.height(), top + height) && from < to; y++) {
            Arrays.fill(
                    picture.values(),
                    picture.at(y, from),
                    picture.at(y, from) + (to - from) * picture.channels(),
                    (float) value);
        }
    }
}
