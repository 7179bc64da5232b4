package dync.runtime;

import java.util.function.BinaryOperator;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * What generated code calls: one method for each primitive of {@code dyn/std/primitives.dyn}, of the same name, with
 * the flow, the weights as declared there (null where one is left out) and the arguments in {@code call}; besides, the
 * operators and functions of expressions.
 *
 * <p>A flow is {@code [B, C, H, W]} or flat, {@code [B, F]}. Results are new tensors of the current scope. Shapes are
 * the compiler's business; what does not fit ends in libtorch's own exception.
 */
public final class Ops extends Reductions {
    private Ops() {}

    /**
     * 2-D convolution, in fact cross-correlation: y[o] = bias[o] + sum over i of weight[o, i] * x[i].
     *
     * @param weight {@code [out, in / groups, k, k]}
     * @param bias {@code [out]} or null
     * @param length {@code [out, 1, 1, 1]}, or null; with it each filter is length * weight / |weight| (Salimans and
     *     Kingma 2016)
     */
    public static Tensor conv(
            Tensor x, Tensor weight, Tensor bias, Tensor length, int stride, int padding, int groups) {
        Tensor y = conv(x, weight, bias, length, both(stride), both(padding), groups);
        // one channel in lies the same way in either order, and libtorch then takes the slower one for all that follows
        return x.size(1) == 1 ? y.contiguous(torch.MemoryFormat.ChannelsLast) : y;
    }

    /**
     * One filter for each channel.
     *
     * @param weight {@code [C, 1, k, k]}
     * @param bias {@code [C]} or null
     * @param length {@code [C, 1, 1, 1]}, or null; see {@link #conv}
     */
    public static Tensor depthwise(Tensor x, Tensor weight, Tensor bias, Tensor length, int stride, int padding) {
        return conv(x, weight, bias, length, both(stride), both(padding), weight.size(0));
    }

    private static Tensor conv(
            Tensor x, Tensor weight, Tensor bias, Tensor length, long[] stride, long[] padding, long groups) {
        Tensor y = torch.conv2d(
                Products.flow(x, weight),
                Products.filters(weight, length),
                optional(Products.bias(bias, weight)),
                stride,
                padding,
                both(1),
                groups);
        return Products.result(y, x, weight);
    }

    /**
     * The transpose of a convolution: y[o] at place stride * p - padding + k sums weight[i, o, k] * x[i, p].
     *
     * @param weight {@code [in, out, k, k]}
     * @param bias {@code [out]} or null
     */
    public static Tensor conv_transpose(Tensor x, Tensor weight, Tensor bias, int stride, int padding) {
        Tensor y = torch.conv_transpose2d(
                Products.flow(x, weight),
                Products.filters(weight, null),
                optional(Products.bias(bias, weight)),
                both(stride),
                both(padding),
                both(0),
                1,
                both(1));
        return Products.result(y, x, weight);
    }

    /**
     * y = x weight^T + bias on a flat flow.
     *
     * @param weight {@code [out, in]}
     * @param bias {@code [out]} or null
     * @param length {@code [out, 1]}, or null; with it each row is length * weight / |weight|
     */
    public static Tensor linear(Tensor x, Tensor weight, Tensor bias, Tensor length) {
        Tensor y = torch.linear(
                Products.flow(x, weight), Products.filters(weight, length), optional(Products.bias(bias, weight)));
        return Products.result(y, x, weight);
    }

    /**
     * Convolution of the cortical sheet ({@link Topography}) with one filter, reflected at the borders.
     *
     * @param x {@code [B, C, H, W]}
     * @param weight {@code [1, 1, k, k]}, k odd
     * @param bias {@code [1]} or null
     * @param length {@code [1, 1, 1, 1]}, or null; see {@link #conv}
     * @param sheets the tables of the model
     */
    public static Tensor sheetconv(Tensor x, Tensor weight, Tensor bias, Tensor length, Sheets sheets) {
        long batch = x.size(0);
        long kernel = weight.size(2);
        long margin = kernel / 2;
        Sheets.Sheet sheet = sheets.of(x, (int) margin);
        Tensor filter = Products.filters(weight, length);
        // with the channels innermost, as flows lie in memory, this copies nothing
        Tensor units = x.permute(0, 2, 3, 1).reshape(batch, -1);
        // one image of B channels, each by itself: 20 times as fast on a CPU as B images of one channel
        Tensor plane = units.gather(1, sheet.units().expand(batch, -1))
                .reshape(1, batch, sheet.rows() + 2 * margin, sheet.columns() + 2 * margin);
        Tensor offset = Products.bias(bias, weight);
        Tensor y = torch.conv2d(
                Products.flow(plane, weight),
                filter.expand(batch, 1, kernel, kernel),
                optional(offset == null ? null : offset.expand(batch)),
                both(1),
                both(0),
                both(1),
                batch);
        return Products.result(y, x, weight)
                .reshape(batch, -1)
                .gather(1, sheet.places().expand(batch, -1))
                .reshape(batch, x.size(2), x.size(3), x.size(1))
                .permute(0, 3, 1, 2);
    }

    /** The largest value in each window; padding never wins. */
    public static Tensor maxpool(Tensor x, int kernel, int stride, int padding) {
        return torch.max_pool2d(x, both(kernel), both(stride), both(padding), both(1), false);
    }

    /** The mean over all places, {@code [B, C, 1, 1]}. */
    public static Tensor avgpool(Tensor x) {
        return mean(x, "space");
    }

    /** The mean in each window; what the padding adds counts as zeros. */
    public static Tensor meanpool(Tensor x, int kernel, int stride, int padding) {
        return torch.avg_pool2d(x, both(kernel), both(stride), both(padding), false, true, new LongOptional());
    }

    /** The mean over a grid of windows, {@code [B, C, H, W]} to {@code [B, C, height, width]}; windows may overlap. */
    public static Tensor gridpool(Tensor x, int height, int width) {
        return torch.adaptive_avg_pool2d(x, height, (long) width);
    }

    /** {@code [B, C, H, W]} to {@code [B, C * H * W]}. */
    public static Tensor flatten(Tensor x) {
        return torch.flatten(x, 1, -1);
    }

    /** Nearest neighbour: place i of the result is place floor(i * old / new) of x, in both directions. */
    public static Tensor resample(Tensor x, int height, int width) {
        if (x.size(2) == height && x.size(3) == width) {
            return x;
        }
        return torch.upsample_nearest2d(x, height, width);
    }

    /**
     * Each channel normalised over batch and space, by the batch while training and by the running statistics
     * otherwise (Ioffe and Szegedy 2015). While training the running statistics move by {@code momentum}.
     */
    public static Tensor batchnorm(
            Tensor x,
            Tensor weight,
            Tensor bias,
            Tensor runningMean,
            Tensor runningVar,
            boolean training,
            double momentum,
            double eps) {
        return torch.batch_norm(
                x,
                optional(weight),
                optional(bias),
                optional(runningMean),
                optional(runningVar),
                training,
                momentum,
                eps,
                true);
    }

    /** Groups of channels normalised over space, each sample by itself (Wu and He 2018). */
    public static Tensor groupnorm(Tensor x, Tensor weight, Tensor bias, int groups, double eps) {
        return torch.group_norm(x, groups, optional(weight), optional(bias), eps, true);
    }

    /** Each sample normalised over channels and space, then scaled by channel (Ba et al. 2016). */
    public static Tensor layernorm(Tensor x, Tensor weight, Tensor bias, double eps) {
        return groupnorm(x, weight, bias, 1, eps);
    }

    /** While training, zero with probability p and 1 / (1 - p) times x elsewhere (Srivastava et al. 2014). */
    public static Tensor dropout(Tensor x, boolean training, double p) {
        return torch.dropout(x, p, training);
    }

    /** One after another along the channels. */
    public static Tensor concat(Tensor... flows) {
        return torch.cat(new TensorVector(flows), 1);
    }

    /** x * (1 + tanh(e)): multiplicative integration. */
    public static Tensor gate(Tensor x, Tensor e) {
        return mul(x, add(tanh(e), 1));
    }

    /** The flow, or while it is absent (null) the zeros. */
    public static Tensor blank(Tensor x, Tensor zeros) {
        return x == null ? zeros : x;
    }

    /** Both combined, or the one that is present, or null. */
    public static Tensor either(Tensor a, Tensor b, BinaryOperator<Tensor> combine) {
        if (a == null) {
            return b;
        }
        return b == null ? a : combine.apply(a, b);
    }

    /** a + b, or the one that is present, or null. */
    public static Tensor addPresent(Tensor a, Tensor b) {
        return either(a, b, Ops::add);
    }

    /** a * (1 + tanh(b)), or the one that is present, or null. */
    public static Tensor gatePresent(Tensor a, Tensor b) {
        return either(a, b, Ops::gate);
    }

    private static TensorOptional optional(Tensor tensor) {
        return tensor == null ? new TensorOptional() : new TensorOptional(tensor);
    }

    private static long[] both(long size) {
        return new long[] {size, size};
    }
}
