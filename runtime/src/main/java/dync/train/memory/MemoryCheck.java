package dync.train.memory;

import dync.runtime.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Whether a training step will fit into the memory of the machine, found out with steps on a part of the batch: one
 * image or as few as can be, to load what any step needs, then a quarter and a half of the batch. It stops where a half
 * would not fit.
 */
public final class MemoryCheck {
    /** Below, a quarter of the batch is one image, and there is no line to draw. */
    private static final int SMALLEST = 8;

    /** Left for what the estimate does not see: loaders, the garbage collector, other steps' fragments. */
    private static final double USABLE = 0.95;

    private final Optional<Long> available;
    private final int least;
    private final IntConsumer step;

    private MemoryCheck(Optional<Long> available, int least, IntConsumer step) {
        this.available = available;
        this.least = least;
        this.step = step;
    }

    /**
     * Tries a training step on parts of a batch.
     *
     * @param least how many images a step needs to be one
     * @param step forward and backward on so many images; nothing is kept of it
     * @return empty where the system does not tell how much memory there is or is taken, or the batch is too small to
     *     have parts
     * @throws UserError if the whole batch will not fit; it tells which would
     */
    public static Optional<MemoryEstimate> run(int batch, int least, IntConsumer step) {
        return new MemoryCheck(new Headroom(Path.of("/")).bytes(), least, step).run(batch);
    }

    /** The same with so much memory. */
    static Optional<MemoryEstimate> run(int batch, int least, long available, IntConsumer step) {
        return new MemoryCheck(Optional.of(available), least, step).run(batch);
    }

    private Optional<MemoryEstimate> run(int batch) {
        Optional<MemoryUse> before = MemoryUse.now();
        if (available.isEmpty()
                || before.isEmpty()
                || batch < SMALLEST
                || batch / 4 <= least
                || !MemoryUse.forgetPeak()) {
            return Optional.empty();
        }
        long start = before.get().resident();
        List<MemoryEstimate.Sample> samples = new ArrayList<>();
        for (int part : new int[] {least, batch / 4, batch / 2}) {
            if (samples.size() >= 2) {
                require(MemoryEstimate.through(samples), part, batch);
            }
            samples.add(sample(part, start));
        }
        MemoryEstimate estimate = MemoryEstimate.through(samples);
        require(estimate, batch, batch);
        return Optional.of(estimate);
    }

    private MemoryEstimate.Sample sample(int batch, long start) {
        // what was taken before and has been given back since must not hide what the step takes
        long low = Math.min(start, MemoryUse.now().map(MemoryUse::resident).orElse(start));
        MemoryUse.forgetPeak();
        step.accept(batch);
        long peak = MemoryUse.now().map(MemoryUse::peak).orElse(start);
        return new MemoryEstimate.Sample(batch, Math.max(0, peak - low));
    }

    private void require(MemoryEstimate estimate, int part, int batch) {
        long usable = (long) (available.orElseThrow() * USABLE);
        if (estimate.bytes(part) > usable) {
            throw new UserError(
                    "training needs about " + Figures.words(estimate.bytes(batch)) + " for a batch of " + batch
                            + ", there are " + Figures.words(available.orElseThrow()),
                    estimate.largestWithin(usable)
                            .map(fits ->
                                    "a batch of " + fits + " fits; to try all the same, switch the memory check off")
                            .orElse("not even a batch of 1 fits; take fewer steps or smaller images, or switch the"
                                    + " memory check off to try all the same"));
        }
    }
}
