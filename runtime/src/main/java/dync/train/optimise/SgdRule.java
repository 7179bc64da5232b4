package dync.train.optimise;

import java.util.List;
import org.bytedeco.pytorch.Scalar;

/** {@code v = momentum · v + (1 - dampening) · g}, {@code w -= rate · v}; the first {@code v} is {@code g} itself. */
record SgdRule(OptimizerSettings.Sgd settings, double decay) implements Rule {
    private static final String VELOCITY = "velocity";

    @Override
    public List<String> remembers() {
        return settings.momentum() == 0 ? List.of() : List.of(VELOCITY);
    }

    @Override
    public Update step(double rate, long count) {
        Scalar pull = new Scalar(decay);
        Scalar momentum = new Scalar(settings.momentum());
        Scalar fresh = new Scalar(count == 1 ? 1 : 1 - settings.dampening());
        Scalar length = new Scalar(-rate);
        return (values, gradient, memory) -> {
            if (decay != 0) {
                gradient.add_(values, pull);
            }
            if (settings.momentum() == 0) {
                values.add_(gradient, length);
                return;
            }
            var velocity = memory.of(VELOCITY).mul_(momentum).add_(gradient, fresh);
            values.add_(settings.nesterov() ? gradient.add_(velocity, momentum) : velocity, length);
        };
    }
}
