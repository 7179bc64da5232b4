package dync.train.optimise;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Adam.
 *
 * @param largest divide by the largest mean square so far
 * @param beside the weight decays by itself and not by its gradient
 */
record AdamRule(double beta1, double beta2, double epsilon, boolean largest, double decay, boolean beside)
        implements Rule {
    private static final String MEAN = "mean";
    private static final String SQUARE = "square";
    private static final String LARGEST = "largest";

    @Override
    public List<String> remembers() {
        return largest ? List.of(MEAN, SQUARE, LARGEST) : List.of(MEAN, SQUARE);
    }

    @Override
    public Update step(double rate, long count) {
        Scalar pull = new Scalar(beside ? 1 - rate * decay : decay);
        Scalar oldMean = new Scalar(beta1);
        Scalar newMean = new Scalar(1 - beta1);
        Scalar oldSquare = new Scalar(beta2);
        Scalar newSquare = new Scalar(1 - beta2);
        Scalar bias = new Scalar(Math.sqrt(1 - Math.pow(beta2, (double) count)));
        Scalar small = new Scalar(epsilon);
        Scalar length = new Scalar(-rate / (1 - Math.pow(beta1, (double) count)));
        return (values, gradient, memory) -> {
            if (decay != 0 && beside) {
                values.mul_(pull);
            } else if (decay != 0) {
                gradient.add_(values, pull);
            }
            Tensor mean = memory.of(MEAN).mul_(oldMean).add_(gradient, newMean);
            Tensor square = memory.of(SQUARE).mul_(oldSquare).addcmul_(gradient, gradient, newSquare);
            if (largest) {
                Tensor most = memory.of(LARGEST);
                square = torch.maximum_out(most, most, square);
            }
            values.addcdiv_(mean, square.sqrt().div_(bias).add_(small), length);
        };
    }
}
