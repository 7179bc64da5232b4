package dync.runtime.weights;

import java.nio.DoubleBuffer;
import java.util.Arrays;
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
public sealed interface Init {

    /**
     * Draws values from a stream of its own, given by the seed and the weight's name.
     *
     * @return a new tensor of {@code shape} in double precision on the CPU
     * @throws IllegalArgumentException if the shape has no fan-in and this initialiser wants one
     */
    default Tensor draw(String name, long seed, long... shape) {
        DoubleSupplier values = values(SeededRandom.named(seed, name), name, shape);
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
    DoubleSupplier values(SeededRandom random, String name, long[] shape);

    /** Normal with standard deviation sqrt(2 / fan-in), which keeps variance through ReLUs (He et al. 2015). */
    static Init kaiming() {
        return new Kaiming();
    }

    /** Uniform within sqrt(6 / (fan-in + fan-out)) around zero (Glorot and Bengio 2010). */
    static Init xavier() {
        return new Xavier();
    }

    /** Uniform in [-spread, spread). */
    static Init uniform(double spread) {
        return new Uniform(spread);
    }

    /** Normal around zero. */
    static Init normal(double std) {
        return new Normal(std, Double.POSITIVE_INFINITY);
    }

    /**
     * Normal around zero, drawn again where it lies beyond -2 or 2. The cut is absolute, as in PyTorch's
     * {@code trunc_normal_}, not in standard deviations: for a small {@code std} it hardly ever acts.
     */
    static Init truncated_normal(double std) {
        return new Normal(std, 2);
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
        public DoubleSupplier values(SeededRandom random, String name, long[] shape) {
            return () -> value;
        }
    }

    record Uniform(double spread) implements Init {
        @Override
        public DoubleSupplier values(SeededRandom random, String name, long[] shape) {
            return () -> spread * (2 * random.uniform() - 1);
        }
    }

    record Normal(double std, double cut) implements Init {
        public Normal {
            if (!(std >= 0) || !(cut > 0)) {
                throw new IllegalArgumentException("a normal distribution of width " + std + " cut at " + cut);
            }
        }

        @Override
        public DoubleSupplier values(SeededRandom random, String name, long[] shape) {
            return () -> {
                double value;
                do {
                    value = std * random.normal();
                } while (Math.abs(value) > cut);
                return value;
            };
        }
    }

    record Kaiming() implements Init {
        @Override
        public DoubleSupplier values(SeededRandom random, String name, long[] shape) {
            return normal(Math.sqrt(2.0 / fan(name, shape, 0))).values(random, name, shape);
        }
    }

    record Xavier() implements Init {
        @Override
        public DoubleSupplier values(SeededRandom random, String name, long[] shape) {
            return uniform(Math.sqrt(6.0 / (fan(name, shape, 0) + fan(name, shape, 1))))
                    .values(random, name, shape);
        }
    }

    /** The product of all axes but one. */
    private static double fan(String name, long[] shape, int without) {
        if (shape.length < 2) {
            throw new IllegalArgumentException("weight '" + name + "' has shape " + Arrays.toString(shape)
                    + ": kaiming and xavier want at least [out, in]");
        }
        return Arrays.stream(shape).asDoubleStream().reduce(1, (a, b) -> a * b) / shape[without];
    }
}
