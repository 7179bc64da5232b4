package dync.runtime.weights;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/** How long the filters of another weight are when it starts; they are drawn once more, with the same values. */
final class Lengths implements Init {
    private final String weight;
    private final Init init;
    private final long[] filters;

    Lengths(String weight, Init init, long... filters) {
        this.weight = weight;
        this.init = init;
        this.filters = filters.clone();
    }

    @Override
    public DoubleSupplier values(long seed, String name, long[] shape) {
        if (filters.length < 1 || filters[0] != Arrays.stream(shape).reduce(1, (a, b) -> a * b)) {
            throw new IllegalArgumentException("weight '" + name + "' has shape " + Arrays.toString(shape)
                    + ": there are as many lengths as filters in '" + weight + "' " + Arrays.toString(filters));
        }
        long values = Arrays.stream(filters).skip(1).reduce(1, (a, b) -> a * b);
        DoubleSupplier drawn = init.values(seed, weight, filters);
        return () -> {
            double square = 0;
            for (long i = 0; i < values; i++) {
                double value = drawn.getAsDouble();
                square += value * value;
            }
            return Math.sqrt(square);
        };
    }
}
