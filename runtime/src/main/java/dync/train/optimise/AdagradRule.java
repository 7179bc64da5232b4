package dync.train.optimise;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** {@code s += g²}, {@code w -= rate · g / (√s + ε)}. */
record AdagradRule(OptimizerSettings.Adagrad settings, double decay) implements Rule {
    private static final String SQUARES = "squares";

    @Override
    public List<String> remembers() {
        return List.of(SQUARES);
    }

    @Override
    public Update step(double rate, long count) {
        Scalar pull = new Scalar(decay);
        Scalar one = new Scalar(1.0);
        Scalar small = new Scalar(settings.epsilon());
        Scalar length = new Scalar(-(rate / (1 + (count - 1) * settings.rateDecay())));
        return (values, gradient, memory) -> {
            if (decay != 0) {
                gradient.add_(values, pull);
            }
            Tensor squares = memory.of(SQUARES).addcmul_(gradient, gradient, one);
            values.addcdiv_(gradient, squares.sqrt().add_(small), length);
        };
    }
}
