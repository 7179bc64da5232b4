package dync.train.optimise;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** {@code s = α · s + (1 - α) · g²}, {@code w -= rate · g / (√s + ε)}; if centered, less the square of the mean of g. */
record RmspropRule(OptimizerSettings.Rmsprop settings, double decay) implements Rule {
    private static final String SQUARE = "square";
    private static final String MEAN = "mean";
    private static final String VELOCITY = "velocity";

    @Override
    public List<String> remembers() {
        List<String> names = new ArrayList<>(List.of(SQUARE));
        if (settings.centered()) {
            names.add(MEAN);
        }
        if (settings.momentum() > 0) {
            names.add(VELOCITY);
        }
        return names;
    }

    @Override
    public Update step(double rate, long count) {
        Scalar pull = new Scalar(decay);
        Scalar old = new Scalar(settings.alpha());
        Scalar fresh = new Scalar(1 - settings.alpha());
        Scalar minus = new Scalar(-1.0);
        Scalar small = new Scalar(settings.epsilon());
        Scalar momentum = new Scalar(settings.momentum());
        Scalar length = new Scalar(-rate);
        return (values, gradient, memory) -> {
            if (decay != 0) {
                gradient.add_(values, pull);
            }
            Tensor spread = memory.of(SQUARE).mul_(old).addcmul_(gradient, gradient, fresh);
            if (settings.centered()) {
                Tensor mean = memory.of(MEAN).mul_(old).add_(gradient, fresh);
                spread = spread.addcmul(mean, mean, minus);
            }
            Tensor scale = spread.sqrt().add_(small);
            if (settings.momentum() > 0) {
                values.add_(memory.of(VELOCITY).mul_(momentum).addcdiv_(gradient, scale), length);
            } else {
                values.addcdiv_(gradient, scale, length);
            }
        };
    }
}
