package dync.runtime.weights;

import java.util.Arrays;

/** How many numbers a value is made from, or goes into. Shapes are {@code [out, in, …kernel]}. */
enum Fan {
    IN {
        @Override
        double of(String name, long[] shape) {
            return without(0, name, shape);
        }
    },
    OUT {
        @Override
        double of(String name, long[] shape) {
            return without(1, name, shape);
        }
    },
    MEAN {
        @Override
        double of(String name, long[] shape) {
            return (IN.of(name, shape) + OUT.of(name, shape)) / 2;
        }
    };

    /** @throws IllegalArgumentException if the shape has no second axis */
    abstract double of(String name, long[] shape);

    /** The product of all axes but one. */
    private static double without(int axis, String name, long[] shape) {
        if (shape.length < 2) {
            throw new IllegalArgumentException("weight '" + name + "' has shape " + Arrays.toString(shape)
                    + ": an initialiser by fan-in or fan-out wants at least [out, in]");
        }
        return Arrays.stream(shape).asDoubleStream().reduce(1, (a, b) -> a * b) / shape[axis];
    }
}
