package dync.data.transform;

import dync.runtime.UserError;
import dync.settings.Key;
import dync.settings.Kind;

/**
 * Cuts out a part of random area, shape and place, and resizes it. Where ten parts do not fit, the middle is taken.
 *
 * @param size height and width in pixels afterwards
 * @param minArea smallest share of the image's area
 * @param maxArea largest share of the image's area
 * @param minRatio smallest ratio of width to height
 * @param maxRatio largest ratio of width to height
 */
@Kind("cut out a part of random area and shape, and resize it (Szegedy et al. 2015)")
public record RandomResizedCrop(
        @Key(value = "height and width in pixels afterwards", atLeast = 1)
        int size,

        @Key(value = "smallest share of the image's area", standard = "0.08", above = 0, atMost = 1)
        double minArea,

        @Key(value = "largest share of the image's area", standard = "1", above = 0, atMost = 1)
        double maxArea,

        @Key(value = "smallest ratio of width to height", standard = "0.75", above = 0)
        double minRatio,

        @Key(value = "largest ratio of width to height", standard = "1.3333333333333333", above = 0)
        double maxRatio)
        implements Transform {
    private static final int ATTEMPTS = 10;

    /**
     * Checks what the ranges do not.
     *
     * @throws UserError if a smallest value is above the largest
     */
    public RandomResizedCrop {
        new Proportions(minArea, maxArea, minRatio, maxRatio);
    }

    @Override
    public void apply(Canvas canvas, Draws draws) {
        int height = canvas.picture().height();
        int width = canvas.picture().width();
        Proportions proportions = new Proportions(minArea, maxArea, minRatio, maxRatio);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Proportions.Part part = proportions.draw(height, width, draws);
            int columns = part.dividend();
            int rows = part.divisor();
            if (columns > 0 && columns <= width && rows > 0 && rows <= height) {
                int top = draws.below(height - rows + 1);
                int left = draws.below(width - columns + 1);
                Resampling.resize(canvas, top, left, rows, columns, size, size);
                return;
            }
        }
        double ratio = (double) width / height;
        int columns = ratio > maxRatio ? (int) Math.rint(height * maxRatio) : width;
        int rows = ratio < minRatio ? (int) Math.rint(width / minRatio) : height;
        Resampling.resize(canvas, (height - rows) / 2, (width - columns) / 2, rows, columns, size, size);
    }

    @Override
    public Extent after(Extent before) {
        return before.cropped(size, size);
    }
}
