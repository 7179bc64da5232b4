package dync.train;

import dync.runtime.NoGrad;
import dync.runtime.weights.Weight;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Stochastic gradient descent with momentum: {@code v = momentum · v + g}, {@code w -= rate · v}, as PyTorch has it
 * (Sutskever et al. 2013 without the factor before g).
 */
final class Sgd implements Optimizer {
    private static final String VELOCITY = "velocity";

    private final OptimizerSettings settings;
    private final List<Weight> weights;
    private final OptimizerState state;

    Sgd(OptimizerSettings settings, List<Weight> weights) {
        this.settings = settings;
        this.weights = weights;
        this.state = new OptimizerState(weights, settings.momentum() == 0 ? List.of() : List.of(VELOCITY));
    }

    @Override
    public void step(double learningRate) {
        state.count();
        try (NoGrad off = NoGrad.begin()) {
            for (Weight weight : weights) {
                update(weight, learningRate);
            }
        }
    }

    private void update(Weight weight, double learningRate) {
        try (PointerScope scope = new PointerScope()) {
            Tensor values = weight.tensor();
            Tensor gradient = values.grad();
            if (!gradient.defined()) {
                return;
            }
            if (settings.weightDecay() != 0) {
                gradient = gradient.add(values, new Scalar(settings.weightDecay()));
            }
            if (settings.momentum() != 0) {
                gradient = state.of(weight, VELOCITY)
                        .mul_(new Scalar(settings.momentum()))
                        .add_(gradient);
            }
            values.add_(gradient, new Scalar(-learningRate));
        }
    }

    @Override
    public List<Weight> weights() {
        return weights;
    }

    @Override
    public Map<String, Tensor> state() {
        return state.all();
    }

    @Override
    public void restore(Map<String, Tensor> saved) {
        state.restore(saved);
    }

    @Override
    public void close() {
        state.close();
    }
}
