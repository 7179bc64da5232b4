package dync.data.transform;

import dync.settings.Key;
import dync.settings.Kind;

/**
 * Turns all colours around the colour circle by a random share of it; grey images stay.
 *
 * @param amount largest turn to either side as a share of the circle
 */
@Kind("turn all colours around the colour circle at random")
public record Hue(
        @Key(value = "largest turn to either side as a share of the circle", atLeast = 0, atMost = 0.5)
        double amount) implements Transform {
    @Override
    public void apply(Canvas canvas, Draws draws) {
        Colours.hue(canvas.picture(), draws.between(-amount, amount));
    }
}
