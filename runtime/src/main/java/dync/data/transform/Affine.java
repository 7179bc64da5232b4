package dync.data.transform;

import dync.runtime.UserError;
import dync.settings.Key;
import dync.settings.Kind;

/**
 * Rotates, shifts by whole pixels, scales and shears at random about the centre; the size stays.
 *
 * @param degrees largest angle to either side, in degrees
 * @param translate largest shift, as a share of the width or height
 * @param minScale smallest factor of the size
 * @param maxScale largest factor of the size
 * @param shear largest angle of a shear to either side, in degrees
 * @param interpolation how values between pixels are found
 * @param fill value of what was not part of the image
 */
@Kind("rotate, shift, scale and shear at random about the centre")
public record Affine(
        @Key(value = "largest angle to either side", standard = "0 deg", unit = "deg", atLeast = 0)
        double degrees,

        @Key(value = "largest shift, as a share of the width or height", standard = "0", atLeast = 0, atMost = 1)
        double translate,

        @Key(value = "smallest factor of the size", standard = "1", above = 0)
        double minScale,

        @Key(value = "largest factor of the size", standard = "1", above = 0)
        double maxScale,

        @Key(
                value = "largest angle of a shear to either side",
                standard = "0 deg",
                unit = "deg",
                atLeast = 0,
                atMost = 89)
        double shear,

        @Key(value = "how values between pixels are found", standard = "bilinear")
        Interpolation interpolation,

        @Key(value = "value of what was not part of the image, 0 to 1", standard = "0", atLeast = 0, atMost = 1)
        double fill)
        implements Transform {
    /**
     * Checks what the ranges do not.
     *
     * @throws UserError if the smallest scale is above the largest
     */
    public Affine {
        if (!(minScale <= maxScale)) {
            throw new UserError(
                    "scales from " + minScale + " to " + maxScale + " leave nothing to draw from",
                    "state the smaller value first");
        }
    }

    @Override
    public void apply(Canvas canvas, Draws draws) {
        double angle = draws.between(-degrees, degrees);
        double most = translate * canvas.picture().width();
        double right = Math.rint(draws.between(-most, most));
        double furthest = translate * canvas.picture().height();
        double down = Math.rint(draws.between(-furthest, furthest));
        double scale = draws.between(minScale, maxScale);
        Warp.apply(canvas, angle, right, down, scale, draws.between(-shear, shear), interpolation, fill);
    }
}
