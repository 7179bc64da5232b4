package dync.train.loss;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Weighted means. */
final class Means {
    private Means() {}

    /** The sum of weights, or 1 where nothing counts; found on the device, since asking for it would make a GPU wait. */
    static Tensor divisor(Tensor weights) {
        Tensor sum = weights.sum();
        return torch.where(sum.gt(new Scalar(0.0)), sum, torch.ones_like(sum));
    }
}
