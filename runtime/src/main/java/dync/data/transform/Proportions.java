package dync.data.transform;

import dync.runtime.UserError;

/**
 * Between what limits the area and the shape of a random part of an image are drawn.
 *
 * @param minArea smallest share of the image's area
 * @param maxArea largest share of the image's area
 * @param minRatio smallest ratio of the sides
 * @param maxRatio largest ratio of the sides
 */
record Proportions(double minArea, double maxArea, double minRatio, double maxRatio) {
    /**
     * Checks what the ranges of single settings do not.
     *
     * @throws UserError if a smallest value is above the largest
     */
    Proportions {
        if (!(minArea <= maxArea && minRatio <= maxRatio)) {
            throw new UserError(
                    "areas from " + minArea + " to " + maxArea + " and ratios from " + minRatio + " to " + maxRatio
                            + " leave nothing to draw from",
                    "state the smaller value first");
        }
    }

    /**
     * A part in whole pixels, which may be larger than the image.
     *
     * @param dividend the side that is divided by the other in the ratio
     */
    record Part(int dividend, int divisor) {}

    /** Draws area and ratio, the latter evenly by its logarithm. */
    Part draw(int height, int width, Draws draws) {
        double area = height * (double) width * draws.between(minArea, maxArea);
        double ratio = Math.exp(draws.between(Math.log(minRatio), Math.log(maxRatio)));
        return new Part((int) Math.rint(Math.sqrt(area * ratio)), (int) Math.rint(Math.sqrt(area / ratio)));
    }
}
