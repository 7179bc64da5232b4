package dync.train.metric;

import dync.track.Distribution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * How the numbers of a tensor spread.
 *
 * @param count how many there are
 * @param odd how many are infinite or none at all; these are left out of the rest
 * @param zeros how many are 0
 * @param values the others
 */
public record Spread(long count, long odd, long zeros, Distribution values) {
    private static final int BINS = 40;

    /** Measures where the tensor is, in double precision; the processor waits for it twice. */
    public static Spread of(Tensor tensor) {
        try (PointerScope scope = new PointerScope()) {
            Tensor all = tensor.detach().flatten().to(ScalarType.Double);
            Tensor finite = all.isfinite();
            Tensor clean = torch.where(finite, all, new Scalar(0.0));
            Tensor kept = torch.where(finite, all, new Scalar(Double.POSITIVE_INFINITY));
            Tensor upper = torch.where(finite, all, new Scalar(Double.NEGATIVE_INFINITY));
            double[] figures = numbers(torch.stack(
                    new TensorVector(
                            finite.sum().to(ScalarType.Double),
                            all.eq(new Scalar(0.0)).sum().to(ScalarType.Double),
                            kept.min(),
                            upper.max(),
                            clean.sum(),
                            clean.square().sum()),
                    0));
            long count = all.numel();
            long good = (long) figures[0];
            double min = good == 0 ? Double.NaN : figures[2];
            double max = good == 0 ? Double.NaN : figures[3];
            List<Long> counts =
                    good == 0 ? Collections.nCopies(BINS, 0L) : histogram(all, finite, count == good, min, max);
            return new Spread(
                    count, count - good, (long) figures[1], new Distribution(min, max, figures[4], figures[5], counts));
        }
    }

    private static List<Long> histogram(Tensor all, Tensor finite, boolean clean, double min, double max) {
        Tensor good = clean ? all : all.masked_select(finite);
        if (min == max) {
            List<Long> one = new ArrayList<>(Collections.nCopies(BINS - 1, 0L));
            one.add(good.numel());
            return one;
        }
        List<Long> counts = new ArrayList<>();
        for (double count : numbers(torch.histc(good.cpu(), BINS, new Scalar(min), new Scalar(max)))) {
            counts.add((long) count);
        }
        return counts;
    }

    private static double[] numbers(Tensor tensor) {
        Tensor here = tensor.to(ScalarType.Double).cpu().contiguous();
        double[] values = new double[Math.toIntExact(here.numel())];
        new DoublePointer(here.data_ptr_double()).get(values);
        return values;
    }

    /** The share that is infinite or none. */
    public double oddShare() {
        return (double) odd / count;
    }

    /** The share that is 0. */
    public double zeroShare() {
        return (double) zeros / count;
    }
}
