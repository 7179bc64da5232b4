package dync.runtime.weights;

import java.nio.DoubleBuffer;
import java.util.function.DoubleSupplier;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * How a weight starts. Shapes are as libtorch has them: {@code [out, in, …kernel]}, so the fan-in is the product of all
 * axes but the first, the fan-out the product of all but the second.
 */
public sealed interface Init permits Init.Constant, Init.Uniform, Init.Normal, Init.Scaled, Lengths, Orthogonal {

    /**
     * Draws values from a stream of its own, given by the seed and the weight's name.
     *
     * @return a new tensor of {@code shape} in double precision on the CPU
     * @throws IllegalArgumentException if the shape has no fan-in and this initialiser wants one
     */
    default Tensor draw(String name, long seed, long... shape) {
        DoubleSupplier values = values(seed, name, shape);
        Tensor tensor = torch.empty(shape, new TensorOptions(ScalarType.Double), null);
        long count = tensor.numel();
        if (count > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "weight '" + name + "' has " + count + " values, more than " + Integer.MAX_VALUE);
        }
        try (DoublePointer data = tensor.data_ptr_double()) {
            DoubleBuffer buffer = data.capacity(count).asBuffer();
            for (int i = 0; i < count; i++) {
                buffer.put(i, values.getAsDouble());
            }
        }
        return tensor;
    }

    /** The values one after another, in row-major order. */
    DoubleSupplier values(long seed, String name, long[] shape);

    /** Normal with standard deviation sqrt(2 / fan-in), which keeps variance through ReLUs (He et al. 2015). */
    static Init kaiming() {
        return new Scaled(Fan.IN, Math.sqrt(2), false);
    }

    /** Normal with standard deviation sqrt(2 / fan-out), which keeps the gradient's variance (He et al. 2015). */
    static Init kaiming_out() {
        return new Scaled(Fan.OUT, Math.sqrt(2), false);
    }

    /** As {@link #kaiming}, uniform within sqrt(6 / fan-in). */
    static Init kaiming_uniform() {
        return new Scaled(Fan.IN, Math.sqrt(2), true);
    }

    /** As {@link #kaiming_out}, uniform within sqrt(6 / fan-out). */
    static Init kaiming_out_uniform() {
        return new Scaled(Fan.OUT, Math.sqrt(2), true);
    }

    /** Uniform within sqrt(6 / (fan-in + fan-out)) around zero (Glorot and Bengio 2010). */
    static Init xavier() {
        return new Scaled(Fan.MEAN, 1, true);
    }

    /** As {@link #xavier}, normal with standard deviation sqrt(2 / (fan-in + fan-out)). */
    static Init xavier_normal() {
        return new Scaled(Fan.MEAN, 1, false);
    }

    /** Uniform within 1 / sqrt(fan-in): how PyTorch starts the filters of its convolutions and linear layers. */
    static Init pytorch() {
        return new Scaled(Fan.IN, Math.sqrt(1.0 / 3), true);
    }

    /** Rows, each the values of one output, that are orthogonal and of length 1; columns if there are more rows. */
    static Init orthogonal() {
        return new Orthogonal(1);
    }

    /** As {@link #orthogonal()}, of another length (Saxe et al. 2014). */
    static Init orthogonal(double gain) {
        return new Orthogonal(gain);
    }

    /**
     * The lengths of another weight's filters as that starts, all of its axes but the first taken together: length times
     * direction is then the filter that was drawn, as PyTorch's {@code weight_norm} has it.
     *
     * @param weight the other weight's name
     * @param init how it starts
     * @param shape of the other weight
     */
    static Init lengths(String weight, Init init, long... shape) {
        return new Lengths(weight, init, shape);
    }

    /** Uniform in [-spread, spread). */
    static Init uniform(double spread) {
        return new Uniform(-spread, spread);
    }

    /** Uniform in [low, high). */
    static Init uniform(double low, double high) {
        return new Uniform(low, high);
    }

    /** Normal around zero. */
    static Init normal(double std) {
        return normal(0, std);
    }

    /** Normal around a mean. */
    static Init normal(double mean, double std) {
        return new Normal(mean, std, Double.POSITIVE_INFINITY);
    }

    /**
     * Normal around zero, drawn again where it lies beyond -2 or 2. The cut is absolute, as in PyTorch's
     * {@code trunc_normal_}, not in standard deviations: for a small {@code std} it hardly ever acts.
     */
    static Init truncated_normal(double std) {
        return new Normal(0, std, 2);
    }

    static Init zeros() {
        return new Constant(0);
    }

    static Init ones() {
        return new Constant(1);
    }

    static Init constant(double value) {
        return new Constant(value);
    }

    record Constant(double value) implements Init {
        @Override
        public DoubleSupplier values(long seed, String name, long[] shape) {
            return () -> value;
        }
    }

    record Uniform(double low, double high) implements Init {
        @Override
        public DoubleSupplier values(long seed, String name, long[] shape) {
            SeededRandom random = SeededRandom.named(seed, name);
            double centre = (low + high) / 2;
            double spread = (high - low) / 2;
            return () -> centre + spread * (2 * random.uniform() - 1);
        }
    }

    record Normal(double mean, double std, double cut) implements Init {
        public Normal {
            if (!(std >= 0) || !(cut > 0)) {
                throw new IllegalArgumentException("a normal distribution of width " + std + " cut at " + cut);
            }
        }

        @Override
        public DoubleSupplier values(long seed, String name, long[] shape) {
            SeededRandom random = SeededRandom.named(seed, name);
            return () -> {
                double value;
                do {
                    value = mean + std * random.normal();
                } while (Math.abs(value) > cut);
                return value;
            };
        }
    }

    /** Variance gain² / fan. */
    record Scaled(Fan fan, double gain, boolean uniform) implements Init {
        @Override
        public DoubleSupplier values(long seed, String name, long[] shape) {
            double std = gain / Math.sqrt(fan.of(name, shape));
            return (uniform ? Init.uniform(Math.sqrt(3) * std) : Init.normal(std)).values(seed, name, shape);
        }
    }
}
