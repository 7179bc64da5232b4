package dync.train.metric;

/**
 * What an area did while a few images were shown, over all images, units and steps at which it was there.
 *
 * @param magnitude the mean of |x|
 * @param std the standard deviation of x
 * @param sparseness of the population at one image and step, averaged: 0 where all units respond alike, 1 where one does
 *     alone; not a number if none ever does
 * @param silent the share of units that are 0 for all images at all steps
 * @param spread of all responses
 * @see <a href="https://doi.org/10.1126/science.287.5456.1273">Vinje and Gallant 2000, on sparseness</a>
 */
public record ActivityReport(double magnitude, double std, double sparseness, double silent, Spread spread) {}
