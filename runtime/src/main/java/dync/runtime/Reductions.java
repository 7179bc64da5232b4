package dync.runtime;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Values over named axes: {@code channels}, {@code height}, {@code width}, or {@code space} for the last two. The axes
 * stay, with length 1. Part of {@link Ops}, by which generated code calls them.
 */
abstract sealed class Reductions extends Penalties permits Ops {

    public static Tensor mean(Tensor x, String over) {
        return torch.mean(x, axes(x, over), true, new ScalarTypeOptional());
    }

    public static Tensor sum(Tensor x, String over) {
        return torch.sum(x, axes(x, over), true, new ScalarTypeOptional());
    }

    /** The largest value; the gradient is shared among equals. */
    public static Tensor max(Tensor x, String over) {
        return torch.amax(x, axes(x, over), true);
    }

    /** The smallest value; the gradient is shared among equals. */
    public static Tensor min(Tensor x, String over) {
        return torch.amin(x, axes(x, over), true);
    }

    /** The standard deviation of the values at hand, divided by their number and not by one less. */
    public static Tensor std(Tensor x, String over) {
        return torch.std(x, axes(x, over), new ScalarOptional(new Scalar(0)), true);
    }

    private static long[] axes(Tensor x, String over) {
        long[] axes =
                switch (over) {
                    case "channels" -> new long[] {1};
                    case "space" -> new long[] {2, 3};
                    case "height" -> new long[] {2};
                    case "width" -> new long[] {3};
                    default ->
                        throw new IllegalArgumentException(
                                "no axis '" + over + "'; there are channels, space, height, width");
                };
        if (axes[axes.length - 1] >= x.dim()) {
            throw new IllegalArgumentException("a flow of " + x.dim() + " axes has no " + over);
        }
        return axes;
    }
}
