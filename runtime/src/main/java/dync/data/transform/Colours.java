package dync.data.transform;

import dync.data.Picture;

/** Changes of colour, with the weights of torchvision's {@code rgb_to_grayscale}. */
final class Colours {
    private static final float RED = 0.2989f;
    private static final float GREEN = 0.587f;
    private static final float BLUE = 0.114f;

    private Colours() {}

    private static float grey(float[] values, int pixel) {
        return RED * values[pixel] + GREEN * values[pixel + 1] + BLUE * values[pixel + 2];
    }

    private static float limited(float value) {
        return Math.max(0, Math.min(1, value));
    }

    /** Away from (above 1) or towards (below 1) a value. */
    private static void blend(Picture picture, float factor, float other) {
        float[] values = picture.values();
        float rest = (1 - factor) * other;
        int size = picture.size();
        for (int i = 0; i < size; i++) {
            values[i] = limited(factor * values[i] + rest);
        }
    }

    static void brightness(Picture picture, double factor) {
        blend(picture, (float) factor, 0);
    }

    /** About the mean luminance of the picture. */
    static void contrast(Picture picture, double factor) {
        float[] values = picture.values();
        int channels = picture.channels();
        double sum = 0;
        for (int i = 0; i < picture.size(); i += channels) {
            sum += channels == 3 ? grey(values, i) : mean(values, i, channels);
        }
        blend(picture, (float) factor, (float) (sum * channels / picture.size()));
    }

    private static float mean(float[] values, int pixel, int channels) {
        float sum = 0;
        for (int c = 0; c < channels; c++) {
            sum += values[pixel + c];
        }
        return sum / channels;
    }

    /** Away from or towards the grey value of each pixel; grey pictures stay. */
    static void saturation(Picture picture, double factor) {
        if (picture.channels() != 3) {
            return;
        }
        float[] values = picture.values();
        float f = (float) factor;
        int size = picture.size();
        for (int i = 0; i < size; i += 3) {
            float rest = (1 - f) * grey(values, i);
            values[i] = limited(f * values[i] + rest);
            values[i + 1] = limited(f * values[i + 1] + rest);
            values[i + 2] = limited(f * values[i + 2] + rest);
        }
    }

    /**
     * Around the colour circle; grey pictures stay.
     *
     * @param turn share of the circle, -0.5 to 0.5
     */
    static void hue(Picture picture, double turn) {
        if (picture.channels() != 3 || turn == 0) {
            return;
        }
        float[] values = picture.values();
        for (int i = 0; i < picture.size(); i += 3) {
            float most = Math.max(values[i], Math.max(values[i + 1], values[i + 2]));
            float least = Math.min(values[i], Math.min(values[i + 1], values[i + 2]));
            float range = most - least;
            if (range == 0) {
                continue;
            }
            double hue = hue(values[i], values[i + 1], values[i + 2], most, range) + turn;
            double sixths = (hue - Math.floor(hue)) * 6;
            for (int c = 0; c < 3; c++) {
                // each primary is full over a third of the circle and fades over a sixth on either side
                double away = Math.abs((sixths + 6 - 2 * c) % 6);
                double near = Math.min(away, 6 - away);
                values[i + c] = (float) (least + range * Math.max(0, Math.min(1, 2 - near)));
            }
        }
    }

    private static double hue(float red, float green, float blue, float most, float range) {
        if (most == red) {
            return (green - blue) / range / 6.0;
        }
        return most == green ? (2 + (blue - red) / range) / 6.0 : (4 + (red - green) / range) / 6.0;
    }

    /** One value a pixel, in as many channels as wanted. */
    static void greyscale(Canvas canvas, int channels) {
        Picture from = canvas.picture();
        if (from.channels() == 1 && channels == 1) {
            return;
        }
        Picture into = canvas.spare(channels, from.height(), from.width());
        int pixels = from.height() * from.width();
        for (int p = 0; p < pixels; p++) {
            int pixel = p * from.channels();
            float grey = from.channels() == 3 ? grey(from.values(), pixel) : from.values()[pixel];
            for (int c = 0; c < channels; c++) {
                into.values()[p * channels + c] = grey;
            }
        }
        canvas.turn();
    }
}
