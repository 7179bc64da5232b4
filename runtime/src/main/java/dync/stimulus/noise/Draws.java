package dync.stimulus.noise;

import org.bytedeco.pytorch.Tensor;

/**
 * Where noise takes its random numbers from: a generator, or a recording. A noise asks in a fixed order, row by row of
 * the shapes that it states; the tensors are single precision, on the device of the image, and belong to the current
 * scope.
 */
public interface Draws {

    /** Evenly distributed numbers, at least 0 and below 1. */
    Tensor uniform(long... shape);

    /** Numbers of the normal distribution with mean 0 and variance 1. */
    Tensor normal(long... shape);

    /**
     * Counts.
     *
     * @param rate the expected count at every place, above 0
     * @return of the same shape
     */
    Tensor poisson(Tensor rate);
}
