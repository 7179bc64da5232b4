package dync.stimulus;

import dync.runtime.UserError;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Every value of the image times a factor; the blank stays. Normalised images have mean 0, so that the contrast changes
 * about the mean of the data set.
 *
 * @param factor finite; 1 leaves the image as it is, 0 leaves nothing of it
 */
public record Contrast(double factor) implements Appearance {
    /**
     * Checks the factor.
     *
     * @throws UserError if it is not finite
     */
    public Contrast {
        if (!Double.isFinite(factor)) {
            throw new UserError("a contrast of " + factor + " is not possible", "give a finite number, usually 0 to 1");
        }
    }

    @Override
    public Sights of(Tensor images, float blank, long batch) {
        Tensor scaled = factor == 1 ? images : images.mul(new Scalar(factor));
        Tensor image = Sights.laidOut(scaled);
        return new Sights.Steady(image, Sights.even(image, blank));
    }
}
