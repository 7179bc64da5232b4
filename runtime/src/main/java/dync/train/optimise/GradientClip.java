package dync.train.optimise;

import dync.runtime.NoGrad;
import dync.runtime.weights.Weight;
import java.util.Collection;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Keeps gradients from exploding in long runs over time (Pascanu, Mikolov, Bengio 2013, arXiv:1211.5063). */
public final class GradientClip {
    private GradientClip() {}

    /**
     * Shrinks all gradients by one factor where their joint Euclidean norm is larger than allowed.
     *
     * @param most the largest norm allowed
     * @return the norm before; not finite if a gradient is not, and then nothing is changed
     */
    public static double norm(Collection<Weight> weights, double most) {
        try (PointerScope scope = new PointerScope();
                NoGrad off = NoGrad.begin()) {
            TensorVector norms = new TensorVector();
            for (Weight weight : weights) {
                Tensor gradient = weight.tensor().grad();
                if (gradient.defined()) {
                    norms.push_back(gradient.norm());
                }
            }
            double norm = norms.empty()
                    ? 0
                    : torch.stack(norms, 0).norm().to(torch.ScalarType.Double).item_double();
            if (norm > most && Double.isFinite(norm)) {
                Scalar factor = new Scalar(most / norm);
                for (Weight weight : weights) {
                    Tensor gradient = weight.tensor().grad();
                    if (gradient.defined()) {
                        gradient.mul_(factor);
                    }
                }
            }
            return norm;
        }
    }

    /** Brings every number of every gradient between {@code -most} and {@code most}. */
    public static void values(Collection<Weight> weights, double most) {
        try (PointerScope scope = new PointerScope();
                NoGrad off = NoGrad.begin()) {
            Scalar top = new Scalar(most);
            Scalar bottom = new Scalar(-most);
            for (Weight weight : weights) {
                Tensor gradient = weight.tensor().grad();
                if (gradient.defined()) {
                    gradient.clamp_max_(top).clamp_min_(bottom);
                }
            }
        }
    }
}
