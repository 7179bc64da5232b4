package dync.data.synthetic;

import dync.runtime.UserError;
import dync.settings.Key;

/**
 * A round window at the centre of an image, with an edge that fades as a raised cosine.
 *
 * @param radius of the window to the middle of its edge, as a share of half the image's smaller side; 0 shows everything
 * @param edge width of the edge, as the same share
 */
public record Aperture(
        @Key(
                value =
                        "radius to the middle of the edge, as a share of half the image's smaller side; 0 shows everything",
                standard = "0",
                atLeast = 0)
        double radius,

        @Key(value = "width of the soft edge, as the same share", standard = "0.1", atLeast = 0)
        double edge) {
    /** No window: the whole image is seen. */
    public static final Aperture NONE = new Aperture(0, 0.1);

    /** Checks the ranges. */
    public Aperture {
        if (!(radius >= 0) || !(edge >= 0)) {
            throw new UserError(
                    "an aperture with a radius of " + radius + " and an edge of " + edge, "both are at least 0");
        }
    }

    /** How much is seen of a point, 0 to 1; pixels from the centre. */
    double seen(double x, double y, int side) {
        if (radius == 0) {
            return 1;
        }
        double distance = StrictMath.hypot(x, y) / (side / 2.0);
        if (edge == 0) {
            return distance <= radius ? 1 : 0;
        }
        double within = (distance - (radius - edge / 2)) / edge;
        return within <= 0 ? 1 : within >= 1 ? 0 : 0.5 + 0.5 * StrictMath.cos(Math.PI * within);
    }
}
