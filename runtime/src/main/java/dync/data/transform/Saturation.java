package dync.data.transform;

import dync.settings.Key;
import dync.settings.Kind;

/**
 * Multiplies the distance of all colours to grey by a random factor, 1 - amount to 1 + amount; grey images stay.
 *
 * @param amount largest change of the factor
 * @param probability that it is done to an image
 */
@Kind("change the saturation of colours at random")
public record Saturation(
        @Key(value = "largest change of the factor", atLeast = 0)
        double amount,

        @Key(value = "probability that it is done to an image", standard = "1", atLeast = 0, atMost = 1)
        double probability)
        implements Transform {
    @Override
    public void apply(Canvas canvas, Draws draws) {
        if (draws.happens(probability)) {
            Colours.saturation(canvas.picture(), draws.between(Math.max(0, 1 - amount), 1 + amount));
        }
    }
}
