package dync.train;

import dync.data.Schedule;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Cross-entropy between what a readout answers at every step and what it should have answered. */
public final class CrossEntropyOverTime {
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
        Tensor flat = answers.flatten(0, 1).to(ScalarType.Float);
        Tensor wanted = labels.flatten();
        Tensor sum = torch.cross_entropy_loss(flat, wanted, new TensorOptional(), SUM, Schedule.UNLABELLED, 0);
        // counted on the device: asking for the number here would make a GPU wait
        Tensor count = wanted.ne(new Scalar(Schedule.UNLABELLED)).sum().clamp_min(new Scalar(1L));
        return sum.div(count);
    }
}
