package dync.train;

import dync.runtime.NoGrad;
import dync.runtime.weights.Weight;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Adam (Kingma and Ba 2015, arXiv:1412.6980, with weight decay as part of the gradient) and AdamW (Loshchilov and
 * Hutter 2019, arXiv:1711.05101, with weight decay beside it).
 */
final class Adam implements Optimizer {
    private static final String MEAN = "mean";
    private static final String SQUARE = "square";

    private final OptimizerSettings settings;
    private final List<Weight> weights;
    private final OptimizerState state;

    Adam(OptimizerSettings settings, List<Weight> weights) {
        this.settings = settings;
        this.weights = weights;
        this.state = new OptimizerState(weights, List.of(MEAN, SQUARE));
    }

    @Override
    public void step(double learningRate) {
        long count = state.count();
        double meanBias = 1 - Math.pow(settings.beta1(), (double) count);
        double squareBias = 1 - Math.pow(settings.beta2(), (double) count);
        try (NoGrad off = NoGrad.begin()) {
            for (Weight weight : weights) {
                update(weight, learningRate, meanBias, Math.sqrt(squareBias));
            }
        }
    }

    private void update(Weight weight, double learningRate, double meanBias, double squareBiasRoot) {
        try (PointerScope scope = new PointerScope()) {
            Tensor values = weight.tensor();
            Tensor gradient = values.grad();
            if (!gradient.defined()) {
                return;
            }
            double decay = settings.weightDecay();
            if (decay != 0 && settings.kind() == OptimizerKind.ADAM) {
                gradient = gradient.add(values, new Scalar(decay));
            } else if (decay != 0) {
                values.mul_(new Scalar(1 - learningRate * decay));
            }
            Tensor mean = state.of(weight, MEAN);
            Tensor square = state.of(weight, SQUARE);
            mean.mul_(new Scalar(settings.beta1())).add_(gradient, new Scalar(1 - settings.beta1()));
            square.mul_(new Scalar(settings.beta2())).addcmul_(gradient, gradient, new Scalar(1 - settings.beta2()));
            Tensor scale = square.sqrt().div_(new Scalar(squareBiasRoot)).add_(new Scalar(settings.epsilon()));
            values.addcdiv_(mean, scale, new Scalar(-learningRate / meanBias));
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
