package dync.data;

import java.util.Arrays;

/**
 * Brings pixel values to mean 0 and standard deviation 1 over the training images, channel by channel:
 * {@code (x - mean) / deviation}.
 */
public final class Normalisation {
    private final float[] mean;
    private final float[] deviation;

    private Normalisation(float[] mean, float[] deviation) {
        this.mean = mean.clone();
        this.deviation = deviation.clone();
    }

    /**
     * States the figures.
     *
     * @param mean one value a channel
     * @param deviation one value a channel, each above 0
     * @throws IllegalArgumentException if the two differ in length or a deviation is not above 0
     */
    public static Normalisation of(float[] mean, float[] deviation) {
        if (mean.length != deviation.length) {
            throw new IllegalArgumentException(
                    mean.length + " means and " + deviation.length + " deviations; one of each is needed per channel");
        }
        for (float value : deviation) {
            if (!(value > 0)) {
                throw new IllegalArgumentException("a standard deviation of " + value + " cannot be divided by");
            }
        }
        return new Normalisation(mean, deviation);
    }

    /** Measures the figures on the first {@code sample} images. */
    public static Normalisation measure(Images images, int channels, int pixels, int sample) {
        int area = pixels / channels;
        double[] sum = new double[channels];
        double[] squares = new double[channels];
        float[] image = new float[pixels];
        int count = Math.min(sample, images.size());
        for (int i = 0; i < count; i++) {
            images.read(i, image, 0);
            for (int p = 0; p < pixels; p++) {
                sum[p / area] += image[p];
                squares[p / area] += (double) image[p] * image[p];
            }
        }
        float[] mean = new float[channels];
        float[] deviation = new float[channels];
        double n = (double) count * area;
        for (int c = 0; c < channels; c++) {
            double m = sum[c] / n;
            mean[c] = (float) m;
            double variance = squares[c] / n - m * m;
            // a channel without any variation is left at its own scale
            deviation[c] = variance > 1e-12 ? (float) Math.sqrt(variance) : 1f;
        }
        return of(mean, deviation);
    }

    /** Number of channels. */
    public int channels() {
        return mean.length;
    }

    /** Mean of a channel. */
    public float mean(int channel) {
        return mean[channel];
    }

    /** Standard deviation of a channel. */
    public float deviation(int channel) {
        return deviation[channel];
    }

    /** Normalises, in place, the image that starts at {@code offset} and has {@code pixels} values in all. */
    public void apply(float[] values, int offset, int pixels) {
        int area = pixels / mean.length;
        for (int c = 0; c < mean.length; c++) {
            float m = mean[c];
            float scale = 1 / deviation[c];
            int end = offset + (c + 1) * area;
            for (int i = offset + c * area; i < end; i++) {
                values[i] = (values[i] - m) * scale;
            }
        }
    }

    @Override
    public String toString() {
        return "mean " + Arrays.toString(mean) + ", deviation " + Arrays.toString(deviation);
    }
}
