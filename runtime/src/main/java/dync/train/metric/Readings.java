package dync.train.metric;

import dync.stimulus.Schedule;
import java.util.OptionalInt;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * What there is to know of a batch's answers: a few numbers for each sample and step, worked out where the answers are
 * and brought to the processor in one copy.
 */
final class Readings {
    private enum Plane {
        LABEL,
        GUESS,
        CUMULATIVE_GUESS,
        RANK,
        GUESS_CONFIDENCE,
        LABEL_CONFIDENCE,
        ENTROPY,
        LOSS
    }

    private final int samples;
    private final int steps;
    private final int classes;
    private final float[] values;

    private Readings(int samples, int steps, int classes, float[] values) {
        this.samples = samples;
        this.steps = steps;
        this.classes = classes;
        this.values = values;
    }

    /**
     * Reads a batch.
     *
     * @param answers {@code [B, T, K]}, not normalised
     * @param labels {@code [B, T]}, 64-bit: the class, or {@link Schedule#UNLABELLED}
     */
    static Readings of(Tensor answers, Tensor labels) {
        try (PointerScope scope = new PointerScope()) {
            Tensor y = answers.detach().to(ScalarType.Float);
            Tensor asked = labels.ge(new Scalar(0L));
            Tensor evidence = y.mul(asked.unsqueeze(2)).cumsum(1);
            Tensor logs = y.log_softmax(2, new ScalarTypeOptional());
            Tensor shares = logs.exp();
            Tensor index = labels.clamp_min(new Scalar(0L)).unsqueeze(2);
            Tensor logAtLabel = logs.gather(2, index).squeeze(2);
            Tensor guess = Guesses.of(y);
            // 0 · -∞ is 0 here
            Tensor entropy = shares.mul(logs.clamp_min(new Scalar(-1e30)))
                    .sum(new long[] {2})
                    .neg();
            Tensor all = torch.stack(
                            new TensorVector(
                                    labels.to(ScalarType.Float),
                                    guess.to(ScalarType.Float),
                                    evidence.argmax(new LongOptional(2), false).to(ScalarType.Float),
                                    rank(y, index).to(ScalarType.Float),
                                    shares.gather(2, guess.unsqueeze(2)).squeeze(2),
                                    logAtLabel.exp(),
                                    entropy,
                                    logAtLabel.neg()),
                            0)
                    .cpu()
                    .contiguous();
            float[] values = new float[Math.toIntExact(all.numel())];
            all.data_ptr_float().get(values);
            return new Readings(
                    Math.toIntExact(labels.size(0)),
                    Math.toIntExact(labels.size(1)),
                    Math.toIntExact(answers.size(2)),
                    values);
        }
    }

    /** How many answers come before the label's, the first of equal ones first; all where an answer is no number. */
    private static Tensor rank(Tensor y, Tensor index) {
        Tensor own = y.gather(2, index);
        Tensor position = torch.arange(new Scalar(y.size(2)), index.options());
        Tensor before = y.gt(own).logical_or(y.eq(own).logical_and(position.lt(index)));
        Tensor rank = before.sum(new long[] {2});
        return torch.where(y.isnan().any(2), new Scalar(y.size(2)), rank);
    }

    int samples() {
        return samples;
    }

    int steps() {
        return steps;
    }

    int classes() {
        return classes;
    }

    boolean asked(int sample, int step) {
        return label(sample, step) >= 0;
    }

    int label(int sample, int step) {
        return (int) at(Plane.LABEL, sample, step);
    }

    int guess(int sample, int step) {
        return (int) at(Plane.GUESS, sample, step);
    }

    /** The class with the most evidence, which is the sum of the answers so far. */
    int cumulativeGuess(int sample, int step) {
        return (int) at(Plane.CUMULATIVE_GUESS, sample, step);
    }

    /** How many answers are larger than that of the label. */
    int rank(int sample, int step) {
        return (int) at(Plane.RANK, sample, step);
    }

    float guessConfidence(int sample, int step) {
        return at(Plane.GUESS_CONFIDENCE, sample, step);
    }

    float labelConfidence(int sample, int step) {
        return at(Plane.LABEL_CONFIDENCE, sample, step);
    }

    /** In nats. */
    float entropy(int sample, int step) {
        return at(Plane.ENTROPY, sample, step);
    }

    /** Cross-entropy. */
    float loss(int sample, int step) {
        return at(Plane.LOSS, sample, step);
    }

    /** The last step of a sample at which its answer counts. */
    OptionalInt lastAsked(int sample) {
        for (int step = steps - 1; step >= 0; step--) {
            if (asked(sample, step)) {
                return OptionalInt.of(step);
            }
        }
        return OptionalInt.empty();
    }

    private float at(Plane plane, int sample, int step) {
        return values[(plane.ordinal() * samples + sample) * steps + step];
    }
}
