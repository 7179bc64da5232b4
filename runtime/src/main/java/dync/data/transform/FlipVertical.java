package dync.data.transform;

import dync.settings.Key;
import dync.settings.Kind;

/**
 * Mirrors top and bottom at random.
 *
 * @param probability that an image is mirrored
 */
@Kind("mirror top and bottom at random")
public record FlipVertical(
        @Key(value = "probability that it is done to an image", standard = "0.5", atLeast = 0, atMost = 1)
        double probability)
        implements Transform {
    @Override
    public void apply(Canvas canvas, Draws draws) {
        if (draws.happens(probability)) {
            Areas.mirrorRows(canvas.picture());
        }
    }
}
