package dync.data.transform;

import dync.settings.Key;
import dync.settings.Kind;
import java.util.Optional;

/**
 * Cuts out the middle; what is missing at the edge of a smaller image is black.
 *
 * @param size height in pixels, and width where none is given
 * @param width width in pixels; empty for that of the height
 */
@Kind("cut out the middle")
public record CenterCrop(
        @Key(value = "height in pixels, and width where none is given", atLeast = 1)
        int size,

        @Key(value = "width in pixels; as the height if not given", standard = "", atLeast = 1)
        Optional<Integer> width)
        implements Transform {
    @Override
    public void apply(Canvas canvas, Draws draws) {
        int columns = width.orElse(size);
        Cropping.crop(
                canvas,
                begin(canvas.picture().height(), size),
                begin(canvas.picture().width(), columns),
                size,
                columns,
                0);
    }

    /** Halves are rounded to even, as torchvision does; what is missing is rounded down on the near side. */
    private static int begin(int length, int part) {
        return part <= length ? (int) Math.rint((length - part) / 2.0) : -((part - length) / 2);
    }

    @Override
    public Extent after(Extent before) {
        return before.cropped(size, width.orElse(size));
    }
}
