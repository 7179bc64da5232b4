package dync.runtime;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * What {@code penalty} adds to the loss: of a flow {@code [B, …]} one number for each sample, {@code [B, 1]}. Part of
 * {@link Ops}, by which generated code calls them.
 */
abstract sealed class Penalties extends Exponentials permits Reductions {

    /**
     * The p-norm over the n units, divided by n^(1/p): the mean absolute value for p = 1, the root of the mean square
     * for p = 2. The gradient at a silent sample is 0.
     */
    public static Tensor norm(Tensor x, double p) {
        Tensor units = x.flatten(1, -1);
        Tensor norm = torch.norm(units, new ScalarOptional(new Scalar(p)), new long[] {1}, true);
        return norm.div(new Scalar(Math.pow(units.size(1), 1 / p)));
    }

    /** The absolute value of the mean over units: how far excitation and inhibition are from cancelling. */
    public static Tensor balance(Tensor x) {
        return torch.abs(mean(x));
    }

    /** The mean over units of the square of the change since the step before. */
    public static Tensor smoothness(Tensor x, Tensor before) {
        return mean(torch.sub(x, before).square());
    }

    private static Tensor mean(Tensor x) {
        return x.flatten(1, -1).mean(new long[] {1}, true, new org.bytedeco.pytorch.ScalarTypeOptional());
    }
}
