package dync.data.transform;

import dync.settings.Key;
import dync.settings.Kind;

/**
 * Blanks a square whose centre is anywhere in the image.
 *
 * @param size length of a side in pixels
 * @param fill value of the square
 */
@Kind("blank a square at a random place (DeVries and Taylor 2017)")
public record Cutout(
        @Key(value = "length of a side in pixels", atLeast = 1)
        int size,

        @Key(value = "value of the square, 0 to 1", standard = "0", atLeast = 0, atMost = 1)
        double fill)
        implements Transform {
    @Override
    public void apply(Canvas canvas, Draws draws) {
        int top = draws.below(canvas.picture().height()) - size / 2;
        int left = draws.below(canvas.picture().width()) - size / 2;
        Areas.blank(canvas.picture(), top, left, size, size, fill);
    }
}
