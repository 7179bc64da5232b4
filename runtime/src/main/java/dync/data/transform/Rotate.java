package dync.data.transform;

import dync.settings.Key;
import dync.settings.Kind;

/**
 * Rotates by a random angle about the centre; the size stays.
 *
 * @param degrees largest angle to either side, in degrees
 * @param interpolation how values between pixels are found
 * @param fill value of what was not part of the image
 */
@Kind("rotate by a random angle about the centre")
public record Rotate(
        @Key(value = "largest angle to either side", unit = "deg", atLeast = 0)
        double degrees,

        @Key(value = "how values between pixels are found", standard = "bilinear")
        Interpolation interpolation,

        @Key(value = "value of what was not part of the image, 0 to 1", standard = "0", atLeast = 0, atMost = 1)
        double fill)
        implements Transform {
    @Override
    public void apply(Canvas canvas, Draws draws) {
        double angle = draws.between(-degrees, degrees);
        Warp.apply(canvas, angle, 0, 0, 1, 0, interpolation, fill);
    }
}
