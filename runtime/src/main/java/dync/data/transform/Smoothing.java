package dync.data.transform;

import dync.data.Picture;

/** Convolution with a Gaussian, the picture being mirrored at its edge, as torchvision's {@code gaussian_blur}. */
final class Smoothing {
    private Smoothing() {}

    /**
     * Blurs the picture, along rows and then along columns.
     *
     * @param kernel pixels, odd; no more than twice the picture's sides, less one
     * @param sigma pixels
     */
    static void blur(Canvas canvas, int kernel, double sigma) {
        Picture picture = canvas.picture();
        int half = kernel / 2;
        float[] weights = canvas.room(kernel);
        double sum = 0;
        for (int i = 0; i < kernel; i++) {
            sum += Math.exp(-0.5 * Math.pow((i - half) / sigma, 2));
        }
        for (int i = 0; i < kernel; i++) {
            weights[i] = (float) (Math.exp(-0.5 * Math.pow((i - half) / sigma, 2)) / sum);
        }
        int channels = picture.channels();
        int row = picture.width() * channels;
        for (int y = 0; y < picture.height(); y++) {
            for (int c = 0; c < channels; c++) {
                along(canvas, picture.at(y, 0) + c, channels, picture.width(), weights, half);
            }
        }
        canvas.turn();
        for (int x = 0; x < row; x++) {
            along(canvas, x, row, picture.height(), weights, half);
        }
        canvas.turn();
    }

    private static void along(Canvas canvas, int start, int stride, int length, float[] weights, int half) {
        Picture from = canvas.picture();
        float[] values = from.values();
        float[] into =
                canvas.spare(from.channels(), from.height(), from.width()).values();
        for (int i = 0; i < length; i++) {
            float sum = 0;
            for (int j = -half; j <= half; j++) {
                int k = Math.abs(i + j);
                int mirrored = k < length ? k : 2 * (length - 1) - k;
                sum += weights[j + half] * values[start + mirrored * stride];
            }
            into[start + i * stride] = sum;
        }
    }
}
