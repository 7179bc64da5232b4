package dync.runtime.weights;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * The tensor of a {@link Weight}: the values that an optimiser moves, and beside them, while products are computed in
 * lower precision, a working copy (Micikevicius et al. 2018, arXiv:1710.03740). The copy is made when it is first asked
 * for and lasts until {@link #forget}, a run; autograd leads the sum of its gradients back to the values.
 */
public final class WeightTensor extends Tensor {
    private Precision products = Precision.FP32;
    private Tensor copy;

    WeightTensor(Tensor values) {
        super(values);
    }

    /** Sets the precision of the products that this weight takes part in. */
    void products(Precision precision) {
        forget();
        products = precision;
    }

    /** The precision of the products that this weight takes part in. */
    public Precision products() {
        return products;
    }

    /** The weight as it takes part in products: itself, or its working copy. */
    public Tensor working() {
        if (products == Precision.FP32) {
            return this;
        }
        if (copy == null) {
            try (PointerScope scope = new PointerScope()) {
                copy = to(products.type());
                copy.retainReference();
            }
        }
        return copy;
    }

    /** Lets the working copy go; a graph that needs it keeps it. */
    void forget() {
        if (copy != null) {
            copy.releaseReference();
            copy = null;
        }
    }
}
