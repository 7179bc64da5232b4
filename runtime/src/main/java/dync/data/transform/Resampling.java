package dync.data.transform;

import dync.data.Picture;

/**
 * Bilinear resizing of a part of a picture, with a filter as wide as the pixels that it joins when it makes smaller, as
 * torchvision and Pillow do ({@code antialias=True}). Columns first, then rows.
 */
final class Resampling {
    private Resampling() {}

    /**
     * Resizes a part of the picture to the whole of the new one.
     *
     * @param top first row of the part
     * @param left first column of the part
     */
    static void resize(Canvas canvas, int top, int left, int height, int width, int newHeight, int newWidth) {
        Picture from = canvas.picture();
        int channels = from.channels();
        if (height == newHeight && width == newWidth) {
            Cropping.crop(canvas, top, left, height, width, 0);
            return;
        }
        int columnTaps = taps(width, newWidth);
        int rowTaps = taps(height, newHeight);
        int row = newWidth * channels;
        int weightsAt = height * row;
        // rows at their new width, then the weights of columns and rows, each in turn
        float[] room = canvas.room(weightsAt + Math.max(newWidth * columnTaps, newHeight * rowTaps));
        int[] first = canvas.places(Math.max(newWidth, newHeight));
        weights(width, newWidth, columnTaps, room, weightsAt, first);
        for (int y = 0; y < height; y++) {
            columns(from, from.at(top + y, left), columnTaps, room, weightsAt, first, newWidth, y * row);
        }
        weights(height, newHeight, rowTaps, room, weightsAt, first);
        float[] values = canvas.spare(channels, newHeight, newWidth).values();
        for (int y = 0; y < newHeight; y++) {
            rows(room, row, rowTaps, weightsAt + y * rowTaps, first[y], height, values, y * row);
        }
        canvas.turn();
    }

    /** How many old pixels a new one is made of at most. */
    static int taps(int size, int newSize) {
        double support = Math.max(1.0, (double) size / newSize);
        return (int) Math.ceil(support) * 2 + 1;
    }

    /** For each new pixel the first old one and the weights from there on; those that are not used are 0. */
    static void weights(int size, int newSize, int taps, float[] into, int at, int[] first) {
        double scale = (double) size / newSize;
        double support = Math.max(1.0, scale);
        for (int i = 0; i < newSize; i++) {
            double centre = scale * (i + 0.5);
            int low = Math.max((int) (centre - support + 0.5), 0);
            int count = Math.min((int) (centre + support + 0.5), size) - low;
            double sum = 0;
            for (int j = 0; j < count; j++) {
                sum += triangle((j + low - centre + 0.5) / support);
            }
            for (int j = 0; j < taps; j++) {
                double weight = j < count ? triangle((j + low - centre + 0.5) / support) / sum : 0;
                into[at + i * taps + j] = (float) weight;
            }
            first[i] = low;
        }
    }

    private static double triangle(double x) {
        return Math.max(0, 1 - Math.abs(x));
    }

    private static void columns(
            Picture from, int start, int taps, float[] room, int weightsAt, int[] first, int newWidth, int to) {
        float[] values = from.values();
        int channels = from.channels();
        int out = to;
        for (int x = 0; x < newWidth; x++) {
            int pixel = start + first[x] * channels;
            int weight = weightsAt + x * taps;
            if (channels == 3) {
                float red = 0;
                float green = 0;
                float blue = 0;
                for (int j = 0; j < taps; j++) {
                    float w = room[weight + j];
                    if (w != 0) {
                        red += w * values[pixel];
                        green += w * values[pixel + 1];
                        blue += w * values[pixel + 2];
                    }
                    pixel += 3;
                }
                room[out] = red;
                room[out + 1] = green;
                room[out + 2] = blue;
            } else {
                for (int c = 0; c < channels; c++) {
                    float sum = 0;
                    for (int j = 0; j < taps; j++) {
                        float w = room[weight + j];
                        if (w != 0) {
                            sum += w * values[pixel + j * channels + c];
                        }
                    }
                    room[out + c] = sum;
                }
            }
            out += channels;
        }
    }

    private static void rows(float[] room, int row, int taps, int weight, int first, int height, float[] into, int to) {
        java.util.Arrays.fill(into, to, to + row, 0);
        int count = Math.min(taps, height - first);
        for (int j = 0; j < count; j++) {
            float w = room[weight + j];
            if (w != 0) {
                int from = (first + j) * row;
                for (int i = 0; i < row; i++) {
                    into[to + i] += w * room[from + i];
                }
            }
        }
    }
}
