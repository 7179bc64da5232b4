package dync.stimulus.noise;

import dync.runtime.UserError;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * How strong noise is, measured by the image on which it lies: the power of the image is the unbiased variance of all
 * its values (all samples of a batch together), that of the noise is the power of the image divided by the ratio.
 *
 * @param snr signal-to-noise ratio of the two powers, 0 or more; above {@link #CLEAN} nothing is added
 */
public record NoiseLevel(double snr) {
    /** From this ratio on, an image is left as it is. */
    public static final double CLEAN = 1000;

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

    /** Whether images stay as they are. */
    public boolean clean() {
        return snr > CLEAN;
    }

    /**
     * The power that noise on an image has.
     *
     * @param image any shape, at least two values
     * @return one number on the device of the image; infinite at a ratio of 0
     */
    Tensor power(Tensor image) {
        return image.var(true).div(new Scalar(snr));
    }
}
