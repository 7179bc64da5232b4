package dync.stimulus.noise;

import dync.runtime.UserError;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * How strong noise is, measured by the image on which it lies: the power of the image is the unbiased variance of its
 * values, that of the noise is the power of the image divided by the ratio.
 *
 * @param snr signal-to-noise ratio of the two powers, 0 or more; above {@link #CLEAN} nothing is added
 * @param over which values are measured together
 */
public record NoiseLevel(double snr, Over over) {
    /** From this ratio on, an image is left as it is. */
    public static final double CLEAN = 1000;

    /** Which values are measured together, of signal and noise alike. */
    public enum Over {
        /** All samples of a batch: the noise of an image depends on its neighbours. */
        BATCH,
        /** Each image alone. */
        IMAGE;

        private static final long[] SAMPLE = {1, 2, 3};

        /** Unbiased variance of {@code [B, C, H, W]}: one number, or {@code [B, 1, 1, 1]}. */
        Tensor variance(Tensor x) {
            return this == BATCH ? x.var(true) : x.var(SAMPLE, true, true);
        }

        Tensor deviation(Tensor x) {
            return variance(x).sqrt();
        }

        Tensor mean(Tensor x) {
            return this == BATCH ? x.mean() : x.mean(SAMPLE, true, new ScalarTypeOptional());
        }

        Tensor largest(Tensor x) {
            return this == BATCH ? x.max() : x.amax(SAMPLE, true);
        }

        Tensor smallest(Tensor x) {
            return this == BATCH ? x.min() : x.amin(SAMPLE, true);
        }
    }

    /**
     * Checks the range.
     *
     * @throws UserError if the ratio is negative or not a number
     */
    public NoiseLevel {
        if (!(snr >= 0)) {
            throw new UserError(
                    "a signal-to-noise ratio of " + snr + " is not possible", "give 0 or more, 1 for equal parts");
        }
    }

    /** Measured over the batch. */
    public NoiseLevel(double snr) {
        this(snr, Over.BATCH);
    }

    /** No noise at all. */
    public static NoiseLevel none() {
        return new NoiseLevel(Double.POSITIVE_INFINITY);
    }

    /**
     * The level that leaves the image a certain share of the whole power.
     *
     * @param share power of the signal over that of signal and noise together, 0 (noise alone) to 1 (no noise):
     *     {@code snr = share / (1 - share)}
     * @throws UserError if the share is out of its range
     */
    public static NoiseLevel signalShare(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new UserError(
                    "a signal share of " + share + " is not possible",
                    "give a share from 0 (noise alone) to 1 (no noise)");
        }
        return new NoiseLevel(share == 1 ? Double.POSITIVE_INFINITY : share / (1 - share));
    }

    /** The same level, measured otherwise. */
    public NoiseLevel over(Over values) {
        return new NoiseLevel(snr, values);
    }

    /** Whether images stay as they are. */
    public boolean clean() {
        return snr > CLEAN;
    }

    /**
     * The power that noise on an image has.
     *
     * @param image {@code [B, C, H, W]}, at least two values
     * @return one number, or {@code [B, 1, 1, 1]}, on the device of the image; infinite at a ratio of 0
     */
    Tensor power(Tensor image) {
        return over.variance(image).div(new Scalar(snr));
    }
}
