package dync.data.transform;

import dync.runtime.UserError;
import dync.settings.Key;
import dync.settings.Kind;

/**
 * Blanks a rectangle of random area, shape and place. Where ten rectangles do not fit, the image stays.
 *
 * @param probability that it is done to an image
 * @param minArea smallest share of the image's area
 * @param maxArea largest share of the image's area
 * @param minRatio smallest ratio of height to width
 * @param maxRatio largest ratio of height to width
 * @param fill value of the rectangle
 */
@Kind("blank a rectangle of random area and shape (Zhong et al. 2017)")
public record Erase(
        @Key(value = "probability that it is done to an image", standard = "0.5", atLeast = 0, atMost = 1)
        double probability,

        @Key(value = "smallest share of the image's area", standard = "0.02", above = 0, atMost = 1)
        double minArea,

        @Key(value = "largest share of the image's area", standard = "0.33", above = 0, atMost = 1)
        double maxArea,

        @Key(value = "smallest ratio of height to width", standard = "0.3", above = 0)
        double minRatio,

        @Key(value = "largest ratio of height to width", standard = "3.3", above = 0)
        double maxRatio,

        @Key(value = "value of the rectangle, 0 to 1", standard = "0", atLeast = 0, atMost = 1)
        double fill)
        implements Transform {
    private static final int ATTEMPTS = 10;

    /**
     * Checks what the ranges do not.
     *
     * @throws UserError if a smallest value is above the largest
     */
    public Erase {
        new Proportions(minArea, maxArea, minRatio, maxRatio);
    }

    @Override
    public void apply(Canvas canvas, Draws draws) {
        if (!draws.happens(probability)) {
            return;
        }
        int height = canvas.picture().height();
        int width = canvas.picture().width();
        Proportions proportions = new Proportions(minArea, maxArea, minRatio, maxRatio);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Proportions.Part part = proportions.draw(height, width, draws);
            int rows = part.dividend();
            int columns = part.divisor();
            if (rows < height && columns < width) {
                int top = draws.below(height - rows + 1);
                Areas.blank(canvas.picture(), top, draws.below(width - columns + 1), rows, columns, fill);
                return;
            }
        }
    }
}
