package dync.train.memory;

import java.util.List;
import java.util.Optional;

/**
 * What a training step takes beyond what the process holds already, as a line through what small batches took: flows
 * and what their gradients need grow with the batch, weights, gradients and code do not.
 *
 * @param fixed bytes at a batch of nothing
 * @param each bytes for one more image
 */
public record MemoryEstimate(double fixed, double each) {
    /** What one batch took at its peak, in bytes beyond the start. */
    record Sample(int batch, long bytes) {}

    /**
     * The line through the two largest batches; flat where the larger one took less, which small models do.
     *
     * @param samples at least two, ascending
     */
    static MemoryEstimate through(List<Sample> samples) {
        Sample large = samples.get(samples.size() - 1);
        Sample small = samples.get(samples.size() - 2);
        double each = Math.max(0, (double) (large.bytes() - small.bytes()) / (large.batch() - small.batch()));
        return new MemoryEstimate(Math.max(0, large.bytes() - each * large.batch()), each);
    }

    /** What a step on so many images takes. */
    public long bytes(int batch) {
        return Math.round(fixed + each * batch);
    }

    /** The largest batch that takes no more than this; empty if not even one image fits. */
    Optional<Integer> largestWithin(long bytes) {
        if (bytes(1) > bytes) {
            return Optional.empty();
        }
        double most = each == 0 ? Integer.MAX_VALUE : (bytes - fixed) / each;
        return Optional.of((int) Math.min(most, Integer.MAX_VALUE));
    }
}
