package dync.runtime;

import dync.runtime.weights.Precision;
import dync.runtime.weights.WeightTensor;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Convolutions and matrix products in the precision that their weight asks for ({@link Precision}): the flow is brought
 * to it, the result back to the precision of the flow.
 */
final class Products {
    private Products() {}

    /** A flow on its way into a product with a weight. */
    static Tensor flow(Tensor x, Tensor weight) {
        return isLower(weight) ? x.to(((WeightTensor) weight).products().type()) : x;
    }

    /**
     * A weight in a product.
     *
     * @param length null, or the lengths of the filters, whose directions the weight then gives
     */
    static Tensor filters(Tensor weight, Tensor length) {
        if (length == null) {
            return weight instanceof WeightTensor own ? own.working() : weight;
        }
        Tensor directed = Pointwise.mul(weight, Pointwise.div(length, torch.norm_except_dim(weight, 2, 0)));
        return flow(directed, weight);
    }

    /** A bias beside a weight; null where there is none. */
    static Tensor bias(Tensor bias, Tensor weight) {
        if (bias == null || !isLower(weight)) {
            return bias;
        }
        return bias instanceof WeightTensor own ? own.working() : flow(bias, weight);
    }

    /** The result of a product, in the precision of the flow that went in. */
    static Tensor result(Tensor y, Tensor x, Tensor weight) {
        return isLower(weight) ? y.to(x.scalar_type()) : y;
    }

    private static boolean isLower(Tensor weight) {
        return weight instanceof WeightTensor own && own.products() != Precision.FP32;
    }
}
