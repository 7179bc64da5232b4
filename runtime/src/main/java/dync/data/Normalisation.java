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

    /**
     * Measures the figures on the first {@code sample} images.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Normalisation measure(Images images, int sample) {
        int count = Math.min(sample, images.size());
        if (count < 1) {
            throw new IllegalArgumentException("no image has no mean");
        }
        Picture image = new Picture();
        images.read(0, image);
        int channels = image.channels();
        double[] sum = new double[channels];
        double[] squares = new double[channels];
        double n = 0;
        for (int i = 0; i < count; i++) {
            images.read(i, image);
            float[] values = image.values();
            n += (double) image.size() / channels;
            for (int p = 0; p < image.size(); p++) {
                sum[p % channels] += values[p];
                squares[p % channels] += (double) values[p] * values[p];
            }
        }
        float[] mean = new float[channels];
        float[] deviation = new float[channels];
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

    /**
     * Normalises in place.
     *
     * @throws IllegalArgumentException if the picture has another number of channels
     */
    public void apply(Picture picture) {
        int channels = picture.channels();
        if (channels != mean.length) {
            throw new IllegalArgumentException(
                    "a picture of " + channels + " channels, and means and deviations of " + mean.length);
        }
        float[] values = picture.values();
        int size = picture.size();
        for (int c = 0; c < channels; c++) {
            float m = mean[c];
            float scale = 1 / deviation[c];
            for (int i = c; i < size; i += channels) {
                values[i] = (values[i] - m) * scale;
            }
        }
    }

    @Override
    public String toString() {
        return "mean " + Arrays.toString(mean) + ", deviation " + Arrays.toString(deviation);
    }
}
