package dync.data.transform;

import dync.settings.Key;
import dync.settings.Kind;

/**
 * Mirrors left and right at random.
 *
 * @param probability that an image is mirrored
 */
@Kind("mirror left and right at random")
public record FlipHorizontal(
        @Key(value = "probability that it is done to an image", standard = "0.5", atLeast = 0, atMost = 1)
        double probability)
        implements Transform {
    @Override
    public void apply(Canvas canvas, Draws draws) {
        if (draws.happens(probability)) {
            Areas.mirrorColumns(canvas.picture());
        }
    }
}
