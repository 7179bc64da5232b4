package dync.train.loss;

import dync.stimulus.Schedule;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Cross-entropy between what a readout answers at every step and what it should have answered. */
public final class CrossEntropyOverTime {
    private static final long EACH = 0;
    private static final long SUM = 2;

    private CrossEntropyOverTime() {}

    /**
     * The mean over all pairs of sample and step that have a label; 0 if none has.
     *
     * @param answers {@code [B, T, K]}, not normalised
     * @param labels {@code [B, T]}, 64-bit: the class, 0 to K - 1, or {@link Schedule#UNLABELLED}
     * @return one number, with a gradient where {@code answers} has one
     */
    public static Tensor of(Tensor answers, Tensor labels) {
        // counted on the device: asking for the number here would make a GPU wait
        Tensor count = labels.ne(new Scalar(Schedule.UNLABELLED)).sum().clamp_min(new Scalar(1L));
        return sum(answers, labels).div(count);
    }

    /** The sum over all pairs of sample and step that have a label, of the same arguments as {@link #of}. */
    public static Tensor sum(Tensor answers, Tensor labels) {
        return loss(answers, labels, SUM);
    }

    /**
     * That of each pair of sample and step, of the same arguments as {@link #of}.
     *
     * @return {@code [B, T]}; 0 where there is no label
     */
    public static Tensor each(Tensor answers, Tensor labels) {
        return loss(answers, labels, EACH).view(labels.shape());
    }

    private static Tensor loss(Tensor answers, Tensor labels, long reduction) {
        Tensor flat = answers.flatten(0, 1).to(ScalarType.Float);
        return torch.cross_entropy_loss(
                flat, labels.flatten(), new TensorOptional(), reduction, Schedule.UNLABELLED, 0);
    }
}
