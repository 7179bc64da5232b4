package dync.runtime.weights;

import java.nio.charset.StandardCharsets;

/**
 * Random numbers that are the same on every machine, for ever: SplitMix64 (Steele, Lea and Flood 2014), and normal
 * numbers by Marsaglia's polar method in strict arithmetic. libtorch's generators depend on its version and on the
 * processor's vector units.
 */
public final class SeededRandom {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;
    private double spare = Double.NaN;

    public SeededRandom(long seed) {
        state = seed;
    }

    /** A stream that depends on the seed and the name only. */
    public static SeededRandom named(long seed, String name) {
        long hash = 0xCBF29CE484222325L; // FNV-1a
        for (byte unit : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (unit & 0xFF)) * 0x100000001B3L;
        }
        return new SeededRandom(mix(seed + GOLDEN) ^ mix(hash));
    }

    public long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** Uniform in [0, 1), a multiple of 2^-53. */
    public double uniform() {
        return (next() >>> 11) * 0x1p-53;
    }

    /** Normal with mean 0 and standard deviation 1. */
    public double normal() {
        if (!Double.isNaN(spare)) {
            double value = spare;
            spare = Double.NaN;
            return value;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * uniform() - 1;
            y = 2 * uniform() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
        spare = y * scale;
        return x * scale;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
