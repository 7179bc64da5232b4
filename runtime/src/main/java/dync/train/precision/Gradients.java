package dync.train.precision;

import dync.runtime.NoGrad;
import dync.runtime.weights.Weight;
import java.util.Collection;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** Gradients of a loss that was scaled. */
public final class Gradients {
    private Gradients() {}

    /**
     * Divides all gradients by the factor of the loss, in place.
     *
     * @return whether all are finite
     */
    public static boolean unscale(Collection<Weight> weights, double factor) {
        try (PointerScope scope = new PointerScope();
                NoGrad off = NoGrad.begin()) {
            Scalar inverse = new Scalar(1 / factor);
            Tensor sum = null;
            for (Weight weight : weights) {
                Tensor gradient = weight.tensor().grad();
                if (gradient.defined()) {
                    // one number for all: asking weight by weight would make a GPU wait as often
                    Tensor size = gradient.mul_(inverse).abs().amax();
                    sum = sum == null ? size : sum.add(size);
                }
            }
            return sum == null || Float.isFinite(sum.item_float());
        }
    }
}
