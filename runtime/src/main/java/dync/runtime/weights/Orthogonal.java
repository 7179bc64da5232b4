package dync.runtime.weights;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/** A random matrix {@code [out, rest]} whose shorter side is orthonormal, times a gain (Saxe et al. 2014). */
record Orthogonal(double gain) implements Init {

    @Override
    public DoubleSupplier values(long seed, String name, long[] shape) {
        if (shape.length < 2) {
            throw new IllegalArgumentException("weight '" + name + "' has shape " + Arrays.toString(shape)
                    + ": orthogonal wants at least [out, in]");
        }
        int rows = Math.toIntExact(shape[0]);
        int columns = Math.toIntExact(Arrays.stream(shape).skip(1).reduce(1, Math::multiplyExact));
        boolean wide = rows <= columns;
        double[][] vectors = vectors(SeededRandom.named(seed, name), Math.min(rows, columns), Math.max(rows, columns));
        int[] at = {0};
        return () -> {
            int row = at[0] / columns;
            int column = at[0]++ % columns;
            return gain * (wide ? vectors[row][column] : vectors[column][row]);
        };
    }

    /** So many orthonormal vectors, by Gram and Schmidt's process, each made orthogonal twice against rounding. */
    private static double[][] vectors(SeededRandom random, int count, int length) {
        double[][] vectors = new double[count][length];
        for (int i = 0; i < count; i++) {
            Arrays.setAll(vectors[i], j -> random.normal());
            for (int round = 0; round < 2; round++) {
                for (int j = 0; j < i; j++) {
                    take(vectors[i], vectors[j], dot(vectors[i], vectors[j]));
                }
                double norm = Math.sqrt(dot(vectors[i], vectors[i]));
                double[] vector = vectors[i];
                Arrays.setAll(vector, j -> vector[j] / norm);
            }
        }
        return vectors;
    }

    private static void take(double[] from, double[] direction, double amount) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= amount * direction[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
