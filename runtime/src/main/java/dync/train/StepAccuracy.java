package dync.train;

import dync.stimulus.Schedule;
import dync.train.metric.Guesses;
import java.util.Arrays;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Counts at every step how many labelled samples were answered rightly. */
public final class StepAccuracy {
    private long[] right = {};
    private long[] labelled = {};

    /**
     * Counts a batch.
     *
     * @param answers {@code [B, T, K]}; the largest of the K is the answer
     * @param labels {@code [B, T]}, 64-bit: the class, or {@link Schedule#UNLABELLED}; on the device of the answers
     */
    public void add(Tensor answers, Tensor labels) {
        int steps = Math.toIntExact(labels.size(1));
        if (steps > right.length) {
            right = Arrays.copyOf(right, steps);
            labelled = Arrays.copyOf(labelled, steps);
        }
        try (PointerScope scope = new PointerScope()) {
            Tensor asked = labels.ne(new Scalar(Schedule.UNLABELLED));
            Tensor hits = Guesses.of(answers).eq(labels).logical_and(asked);
            Tensor counts = torch.cat(new TensorVector(hits.sum(0), asked.sum(0)), 0)
                    .to(ScalarType.Long)
                    .cpu()
                    .contiguous();
            LongPointer values = counts.data_ptr_long();
            for (int t = 0; t < steps; t++) {
                right[t] += values.get(t);
                labelled[t] += values.get(steps + t);
            }
        }
    }

    /** Number of steps seen. */
    public int steps() {
        return right.length;
    }

    /** Pairs of sample and step that had a label. */
    public long labelled() {
        return Arrays.stream(labelled).sum();
    }

    /** The share of right answers over all labelled pairs of sample and step; not a number if there are none. */
    public double overall() {
        return (double) Arrays.stream(right).sum() / labelled();
    }

    /** The share of right answers at one step; not a number if no sample has a label there. */
    public double at(int step) {
        return (double) right[step] / labelled[step];
    }

    /** The share of right answers at the last step that has labels; not a number if none has. */
    public double last() {
        for (int t = right.length - 1; t >= 0; t--) {
            if (labelled[t] > 0) {
                return at(t);
            }
        }
        return Double.NaN;
    }

    /** {@link #at} for every step. */
    public double[] perStep() {
        double[] shares = new double[right.length];
        Arrays.setAll(shares, this::at);
        return shares;
    }

    long[] rightCounts() {
        return right.clone();
    }

    long[] labelledCounts() {
        return labelled.clone();
    }

    void restore(long[] rightCounts, long[] labelledCounts) {
        right = rightCounts.clone();
        labelled = labelledCounts.clone();
    }
}
