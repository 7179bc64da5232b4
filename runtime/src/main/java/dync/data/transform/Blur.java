package dync.data.transform;

import dync.runtime.UserError;
import dync.settings.Key;
import dync.settings.Kind;

/**
 * Blurs with a Gaussian of random width, the image being mirrored at its edges.
 *
 * @param kernel pixels over which the Gaussian reaches, odd
 * @param minSigma smallest standard deviation in pixels
 * @param maxSigma largest standard deviation in pixels
 */
@Kind("blur with a Gaussian of random width")
public record Blur(
        @Key(value = "pixels over which the Gaussian reaches, odd", atLeast = 1)
        int kernel,

        @Key(value = "smallest standard deviation in pixels", standard = "0.1", above = 0)
        double minSigma,

        @Key(value = "largest standard deviation in pixels", standard = "2", above = 0)
        double maxSigma)
        implements Transform {
    /**
     * Checks what the ranges do not.
     *
     * @throws UserError if the kernel is even, or the smallest deviation above the largest
     */
    public Blur {
        if (kernel % 2 == 0 || !(minSigma <= maxSigma)) {
            throw new UserError(
                    "a blur over " + kernel + " pixels with deviations from " + minSigma + " to " + maxSigma
                            + " is not possible",
                    "give an odd number of pixels, and the smaller deviation first");
        }
    }

    @Override
    public void apply(Canvas canvas, Draws draws) {
        int least = Math.min(canvas.picture().height(), canvas.picture().width());
        if (kernel / 2 >= least) {
            throw new UserError(
                    "a blur over " + kernel + " pixels does not fit an image of "
                            + canvas.picture().height() + "×" + canvas.picture().width(),
                    "blur over fewer pixels");
        }
        Smoothing.blur(canvas, kernel, draws.between(minSigma, maxSigma));
    }
}
