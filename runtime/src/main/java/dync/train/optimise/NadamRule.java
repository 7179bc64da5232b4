package dync.train.optimise;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** Adam with Nesterov's momentum, whose strength grows with the steps as in Dozat's equation 1 of the appendix. */
final class NadamRule implements Rule {
    private static final String MEAN = "mean";
    private static final String SQUARE = "square";

    private final OptimizerSettings.Nadam settings;
    private final double decay;
    private long counted;
    private double product = 1;

    NadamRule(OptimizerSettings.Nadam settings, double decay) {
        this.settings = settings;
        this.decay = decay;
    }

    @Override
    public List<String> remembers() {
        return List.of(MEAN, SQUARE);
    }

    private double momentum(long count) {
        return settings.beta1() * (1 - 0.5 * Math.pow(0.96, count * settings.momentumDecay()));
    }

    /** The product of the momenta of all steps, which follows from their count alone and so needs no saving. */
    private double product(long count) {
        if (count < counted) {
            counted = 0;
            product = 1;
        }
        while (counted < count) {
            product *= momentum(++counted);
        }
        return product;
    }

    @Override
    public Update step(double rate, long count) {
        double now = momentum(count);
        double next = momentum(count + 1);
        double soFar = product(count);
        Scalar pull = new Scalar(decay);
        Scalar oldMean = new Scalar(settings.beta1());
        Scalar newMean = new Scalar(1 - settings.beta1());
        Scalar oldSquare = new Scalar(settings.beta2());
        Scalar newSquare = new Scalar(1 - settings.beta2());
        Scalar bias = new Scalar(1 - Math.pow(settings.beta2(), (double) count));
        Scalar small = new Scalar(settings.epsilon());
        Scalar alongGradient = new Scalar(-rate * (1 - now) / (1 - soFar));
        Scalar alongMean = new Scalar(-rate * next / (1 - soFar * next));
        return (values, gradient, memory) -> {
            if (decay != 0) {
                gradient.add_(values, pull);
            }
            Tensor mean = memory.of(MEAN).mul_(oldMean).add_(gradient, newMean);
            Tensor square = memory.of(SQUARE).mul_(oldSquare).addcmul_(gradient, gradient, newSquare);
            Tensor scale = square.div(bias).sqrt_().add_(small);
            values.addcdiv_(gradient, scale, alongGradient).addcdiv_(mean, scale, alongMean);
        };
    }
}
