package dync.train.optimise;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** Adam that follows the mean gradient alone until the variance of its adaptive rates can be reckoned. */
record RadamRule(OptimizerSettings.Radam settings, double decay) implements Rule {
    private static final String MEAN = "mean";
    private static final String SQUARE = "square";
    /** Length of the average below which its variance is unbounded; the paper says 4, PyTorch 5. */
    private static final double SHORTEST = 5;

    @Override
    public List<String> remembers() {
        return List.of(MEAN, SQUARE);
    }

    @Override
    public Update step(double rate, long count) {
        double forgotten = Math.pow(settings.beta2(), (double) count);
        double longest = 2 / (1 - settings.beta2()) - 1;
        double averaged = longest - 2 * count * forgotten / (1 - forgotten);
        double meanRate = rate / (1 - Math.pow(settings.beta1(), (double) count));
        double rectified = Math.sqrt((averaged - 4)
                * (averaged - 2)
                * longest
                / ((longest - 4) * (longest - 2) * averaged)
                * (1 - forgotten));
        boolean adaptive = averaged > SHORTEST;
        Scalar pull = new Scalar(decay);
        Scalar oldMean = new Scalar(settings.beta1());
        Scalar newMean = new Scalar(1 - settings.beta1());
        Scalar oldSquare = new Scalar(settings.beta2());
        Scalar newSquare = new Scalar(1 - settings.beta2());
        Scalar small = new Scalar(settings.epsilon());
        Scalar length = new Scalar(adaptive ? -meanRate * rectified : -meanRate);
        return (values, gradient, memory) -> {
            if (decay != 0) {
                gradient.add_(values, pull);
            }
            Tensor mean = memory.of(MEAN).mul_(oldMean).add_(gradient, newMean);
            Tensor square = memory.of(SQUARE).mul_(oldSquare).addcmul_(gradient, gradient, newSquare);
            if (adaptive) {
                values.addcdiv_(mean, square.sqrt().add_(small), length);
            } else {
                values.add_(mean, length);
            }
        };
    }
}
