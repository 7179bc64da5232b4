package dync.parity;

import dync.train.loss.CrossEntropyOverTime;
import java.util.Arrays;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** What the cases differentiate. */
final class Losses {
    private Losses() {}

    /** Cross-entropy over all samples and steps, the mean. */
    static Tensor crossEntropy(Tensor answers, Tensor labels) {
        return CrossEntropyOverTime.of(answers, labels);
    }

    /** Half the mean square of response - target over the steps at which there is a response. */
    static Tensor halfSquare(Tensor response, Tensor target, boolean[] valid) {
        double[] weights = new double[valid.length];
        long steps = 0;
        for (int step = 0; step < valid.length; step++) {
            weights[step] = valid[step] ? 1 : 0;
            steps += valid[step] ? 1 : 0;
        }
        long[] shape = new long[response.shape().length];
        Arrays.fill(shape, 1);
        shape[1] = valid.length;
        Tensor mask = Numbers.tensor(shape, weights).to(response.scalar_type());
        double count = (double) response.numel() / valid.length * steps;
        return response.sub(target).mul(mask).square().sum().mul(new Scalar(0.5 / count));
    }
}
