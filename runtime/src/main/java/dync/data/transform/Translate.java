package dync.data.transform;

import dync.settings.Key;
import dync.settings.Kind;

/**
 * Shifts by a random number of whole pixels, up and down and sideways, each as likely.
 *
 * @param pixels largest shift
 * @param fill value of what was not part of the image
 */
@Kind("shift by a random number of pixels")
public record Translate(
        @Key(value = "largest shift in pixels", atLeast = 0, atMost = 10000)
        int pixels,

        @Key(value = "value of what was not part of the image, 0 to 1", standard = "0", atLeast = 0, atMost = 1)
        double fill)
        implements Transform {
    @Override
    public void apply(Canvas canvas, Draws draws) {
        int height = canvas.picture().height();
        int width = canvas.picture().width();
        int down = draws.below(2 * pixels + 1) - pixels;
        int right = draws.below(2 * pixels + 1) - pixels;
        Cropping.crop(canvas, down, right, height, width, fill);
    }
}
