package dync.data.transform;

import dync.settings.Key;
import dync.settings.Kind;
import java.util.Optional;

/**
 * Resizes: the shorter side to a length, or both sides to lengths.
 *
 * @param size length of the shorter side in pixels, or the height where a width is given
 * @param width width in pixels; empty keeps the ratio of the sides
 */
@Kind("resize bilinearly, with a filter as wide as the pixels that are joined")
public record Resize(
        @Key(value = "length of the shorter side in pixels, or the height where a width is given", atLeast = 1)
        int size,

        @Key(value = "width in pixels; without it the sides keep their ratio", standard = "", atLeast = 1)
        Optional<Integer> width)
        implements Transform {
    @Override
    public void apply(Canvas canvas, Draws draws) {
        int height = canvas.picture().height();
        int oldWidth = canvas.picture().width();
        Resampling.resize(canvas, 0, 0, height, oldWidth, newHeight(height, oldWidth), newWidth(height, oldWidth));
    }

    @Override
    public Extent after(Extent before) {
        return before.size()
                .map(size ->
                        before.cropped(newHeight(size.height(), size.width()), newWidth(size.height(), size.width())))
                .orElseGet(() -> width.map(given -> before.cropped(size, given)).orElse(before));
    }

    private int newHeight(int height, int oldWidth) {
        return width.isPresent() || height <= oldWidth ? size : longer(height, oldWidth);
    }

    private int newWidth(int height, int oldWidth) {
        return width.orElseGet(() -> oldWidth <= height ? size : longer(oldWidth, height));
    }

    private int longer(int side, int shorter) {
        return Math.max(1, (int) ((long) size * side / shorter));
    }
}
