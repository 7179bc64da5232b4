package dync.data.transform;

import dync.settings.Key;
import dync.settings.Kind;

/**
 * Multiplies the distance of all values to the mean grey value of the image by a random factor, 1 - amount to 1 + amount.
 *
 * @param amount largest change of the factor
 * @param probability that it is done to an image
 */
@Kind("change the contrast at random")
public record Contrast(
        @Key(value = "largest change of the factor", atLeast = 0)
        double amount,

        @Key(value = "probability that it is done to an image", standard = "1", atLeast = 0, atMost = 1)
        double probability)
        implements Transform {
    @Override
    public void apply(Canvas canvas, Draws draws) {
        if (draws.happens(probability)) {
            Colours.contrast(canvas.picture(), draws.between(Math.max(0, 1 - amount), 1 + amount));
        }
    }
}
