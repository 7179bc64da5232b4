package dync.runtime;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The operators and functions of expressions, number by number with libtorch's broadcasting. Part of {@link Ops}, by
 * which generated code calls them.
 */
abstract sealed class Pointwise permits Exponentials {

    public static Tensor add(Tensor a, Tensor b) {
        return torch.add(a, b);
    }

    public static Tensor add(Tensor a, double b) {
        return torch.add(a, new Scalar(b));
    }

    public static Tensor add(double a, Tensor b) {
        return add(b, a);
    }

    public static Tensor sub(Tensor a, Tensor b) {
        return torch.sub(a, b);
    }

    public static Tensor sub(Tensor a, double b) {
        return torch.sub(a, new Scalar(b));
    }

    public static Tensor sub(double a, Tensor b) {
        return torch.rsub(b, new Scalar(a));
    }

    public static Tensor mul(Tensor a, Tensor b) {
        return torch.mul(a, b);
    }

    public static Tensor mul(Tensor a, double b) {
        return torch.mul(a, new Scalar(b));
    }

    public static Tensor mul(double a, Tensor b) {
        return mul(b, a);
    }

    public static Tensor div(Tensor a, Tensor b) {
        return torch.div(a, b);
    }

    public static Tensor div(Tensor a, double b) {
        return torch.div(a, new Scalar(b));
    }

    public static Tensor div(double a, Tensor b) {
        return mul(torch.reciprocal(b), a);
    }

    /** a to the power of b; not a number where a is negative and b not whole. */
    public static Tensor pow(Tensor a, Tensor b) {
        return torch.pow(a, b);
    }

    public static Tensor pow(Tensor a, double b) {
        return torch.pow(a, new Scalar(b));
    }

    public static Tensor pow(double a, Tensor b) {
        return torch.pow(new Scalar(a), b);
    }

    /** a - b * floor(a / b), which has the sign of b. */
    public static Tensor mod(Tensor a, Tensor b) {
        return torch.remainder(a, b);
    }

    public static Tensor mod(Tensor a, double b) {
        return torch.remainder(a, new Scalar(b));
    }

    public static Tensor mod(double a, Tensor b) {
        return torch.remainder(new Scalar(a), b);
    }

    /** The smaller one; the gradient is halved where both are the same. */
    public static Tensor min(Tensor a, Tensor b) {
        return torch.minimum(a, b);
    }

    /** The smaller one; the gradient passes where both are the same. */
    public static Tensor min(Tensor a, double b) {
        return torch.clamp_max(a, new Scalar(b));
    }

    public static Tensor min(double a, Tensor b) {
        return min(b, a);
    }

    /** The larger one; the gradient is halved where both are the same. */
    public static Tensor max(Tensor a, Tensor b) {
        return torch.maximum(a, b);
    }

    /** The larger one; the gradient passes where both are the same. */
    public static Tensor max(Tensor a, double b) {
        return torch.clamp_min(a, new Scalar(b));
    }

    public static Tensor max(double a, Tensor b) {
        return max(b, a);
    }

    /** a + w * (b - a): one step of a dynamics that is affine in its state. */
    public static Tensor lerp(Tensor a, Tensor b, Tensor w) {
        return torch.lerp(a, b, w);
    }

    public static Tensor lerp(Tensor a, Tensor b, double w) {
        return torch.lerp(a, b, new Scalar(w));
    }

    /** a + w * b: one part of a weighted sum. */
    public static Tensor plus(Tensor a, Tensor b, Tensor w) {
        return torch.addcmul(a, b, w);
    }

    public static Tensor plus(Tensor a, Tensor b, double w) {
        return torch.add(a, b, new Scalar(w));
    }

    /** {@link #plus} written over a, which nobody else needs; not where a is a part of a larger tensor. */
    public static Tensor plusInto(Tensor a, Tensor b, Tensor w) {
        return takes(a, b) ? a.addcmul_(b, w) : plus(a, b, w);
    }

    public static Tensor plusInto(Tensor a, Tensor b, double w) {
        return takes(a, b) ? a.add_(b, new Scalar(w)) : plus(a, b, w);
    }

    /** {@link #lerp} written over a, which nobody else needs; not where a is a part of a larger tensor. */
    public static Tensor lerpInto(Tensor a, Tensor b, Tensor w) {
        return takes(a, b) ? a.lerp_(b, w) : lerp(a, b, w);
    }

    public static Tensor lerpInto(Tensor a, Tensor b, double w) {
        return takes(a, b) ? a.lerp_(b, new Scalar(w)) : lerp(a, b, w);
    }

    /** {@link #add} written over a, which nobody else needs; not where a is a part of a larger tensor. */
    public static Tensor addInto(Tensor a, Tensor b) {
        return takes(a, b) ? a.add_(b) : add(a, b);
    }

    public static Tensor addInto(Tensor a, double b) {
        return a.is_view() ? add(a, b) : a.add_(new Scalar(b));
    }

    /** {@link #relu} written over x, which nobody else needs; not where x is a part of a larger tensor. */
    public static Tensor reluInto(Tensor x) {
        return x.is_view() ? relu(x) : x.relu_();
    }

    /** Whether a result of both has the shape of a, and a is a tensor of its own; a past of zero has no axes. */
    private static boolean takes(Tensor a, Tensor b) {
        return !a.is_view() && a.dim() >= b.dim() && (b.dim() == 0 || a.dim() > b.dim() || a.size(0) >= b.size(0));
    }

    public static Tensor neg(Tensor x) {
        return torch.neg(x);
    }

    public static Tensor abs(Tensor x) {
        return torch.abs(x);
    }

    /** -1, 0 or 1. */
    public static Tensor sign(Tensor x) {
        return torch.sign(x);
    }

    public static Tensor exp(Tensor x) {
        return torch.exp(x);
    }

    /** The natural logarithm. */
    public static Tensor log(Tensor x) {
        return torch.log(x);
    }

    public static Tensor sqrt(Tensor x) {
        return torch.sqrt(x);
    }

    public static Tensor tanh(Tensor x) {
        return torch.tanh(x);
    }

    public static Tensor sin(Tensor x) {
        return torch.sin(x);
    }

    public static Tensor cos(Tensor x) {
        return torch.cos(x);
    }

    public static Tensor floor(Tensor x) {
        return torch.floor(x);
    }

    public static Tensor ceil(Tensor x) {
        return torch.ceil(x);
    }

    /** To the nearest whole number, halves to the even one. */
    public static Tensor round(Tensor x) {
        return torch.round(x);
    }

    /** max(x, 0) */
    public static Tensor relu(Tensor x) {
        return torch.relu(x);
    }

    /** 1 / (1 + exp(-x)) */
    public static Tensor sigmoid(Tensor x) {
        return torch.sigmoid(x);
    }

    /** log(1 + exp(x)); x itself above 20, where single precision sees no difference. */
    public static Tensor softplus(Tensor x) {
        return torch.softplus(x);
    }

    /** x * Phi(x), Phi the normal distribution function, exact (Hendrycks and Gimpel 2016). */
    public static Tensor gelu(Tensor x) {
        return torch.gelu(x);
    }

    /** x where positive, alpha * (exp(x) - 1) elsewhere (Clevert et al. 2015). */
    public static Tensor elu(Tensor x, double alpha) {
        return torch.elu(x, new Scalar(alpha), new Scalar(1.0), new Scalar(1.0));
    }

    /** x where positive, slope * x elsewhere. */
    public static Tensor leakyrelu(Tensor x, double slope) {
        return torch.leaky_relu(x, new Scalar(slope));
    }
}
