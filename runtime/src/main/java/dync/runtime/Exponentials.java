package dync.runtime;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * What the exponential solver weights slopes with where coefficients are only known at run time. Part of {@link Ops}, by
 * which generated code calls it.
 */
abstract sealed class Exponentials extends Pointwise permits Penalties {
    private static final double SMALL = 1e-3;

    /** phi1(z) = (exp(z) - 1) / z, and 1 at 0, number by number. */
    public static Tensor phi1(Tensor z) {
        // near 0 the series is exact to rounding, and the quotient would lose digits of its gradient
        Tensor small = torch.abs(z).lt(new Scalar(SMALL));
        Tensor safe = torch.masked_fill(z, small, new Scalar(1.0));
        Tensor series = add(mul(z, 1.0 / 120), 1.0 / 24);
        for (double term : new double[] {1.0 / 6, 1.0 / 2, 1}) {
            series = add(mul(z, series), term);
        }
        return torch.where(small, series, div(torch.expm1(safe), safe));
    }

    /**
     * phi1 of a matrix Z: the upper right block of the exponential of [[Z, I], [0, 0]] (Higham 2008, section 10.7.4).
     *
     * @param entries of Z row by row, n * n of them; they are broadcast to one shape
     * @return that shape with two more axes, {@code […, n, n]}
     */
    public static Tensor phi1matrix(Tensor... entries) {
        long n = Math.round(Math.sqrt(entries.length));
        TensorVector same = torch.broadcast_tensors(new TensorVector(entries));
        Tensor stacked = torch.stack(same, -1);
        long[] sizes = java.util.Arrays.copyOf(stacked.shape(), stacked.shape().length + 1);
        sizes[sizes.length - 2] = n;
        sizes[sizes.length - 1] = n;
        Tensor z = stacked.reshape(sizes);
        Tensor identity = torch.eye(n, z.options()).expand_as(z);
        Tensor upper = torch.cat(new TensorVector(z, identity), -1);
        Tensor exponential = torch.matrix_exp(torch.cat(new TensorVector(upper, torch.zeros_like(upper)), -2));
        return exponential.narrow(-2, 0, n).narrow(-1, n, n);
    }

    /** The numbers of a place in the matrices that the last two axes are. */
    public static Tensor entry(Tensor matrix, int row, int column) {
        return matrix.select(-2, row).select(-1, column);
    }

    /** A number everywhere in the shape of a tensor, in its precision and on its device. */
    public static Tensor number(Tensor like, double value) {
        return torch.full_like(like, new Scalar(value));
    }
}
