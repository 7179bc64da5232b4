package dync.data.transform;

import dync.data.Picture;
import dync.settings.Key;
import dync.settings.Kind;

/**
 * Cuts out a part at a random place, of the image with some pixels added on all sides.
 *
 * @param size height and width in pixels
 * @param padding pixels added on all sides before
 * @param fill value of what was not part of the image
 */
@Kind("cut out a part at a random place")
public record RandomCrop(
        @Key(value = "height and width in pixels", atLeast = 1)
        int size,

        @Key(value = "pixels added on all sides before", standard = "0", atLeast = 0, atMost = 10000)
        int padding,

        @Key(value = "value of what was not part of the image, 0 to 1", standard = "0", atLeast = 0, atMost = 1)
        double fill)
        implements Transform {
    @Override
    public void apply(Canvas canvas, Draws draws) {
        Picture picture = canvas.picture();
        Cropping.require(picture, padding, size, size);
        int top = draws.below(picture.height() + 2 * padding - size + 1) - padding;
        int left = draws.below(picture.width() + 2 * padding - size + 1) - padding;
        Cropping.crop(canvas, top, left, size, size, fill);
    }

    @Override
    public Extent after(Extent before) {
        return before.cropped(size, size);
    }
}
