package dync.data;

import java.util.Random;

/**
 * Random numbers that depend on nothing but what they are asked for with: the same seed, epoch and position give the
 * same stream on every machine and every Java version, so that nothing needs to be stored to continue a run.
 */
public final class Seeds {
    private Seeds() {}

    /** A stream of its own for every list of numbers. The algorithm of {@link Random} is fixed by its specification. */
    public static Random random(long... key) {
        return new Random(mix(key));
    }

    /** One well-spread number from several; neighbouring keys give unrelated numbers (finaliser of SplitMix64). */
    public static long mix(long... key) {
        long hash = 0x9E3779B97F4A7C15L;
        for (long part : key) {
            hash = (hash ^ part) + 0x9E3779B97F4A7C15L;
            hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
            hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
            hash ^= hash >>> 31;
        }
        return hash;
    }

    /** The numbers 0 to {@code size - 1} in an order that depends on the key alone (Fisher and Yates). */
    public static int[] permutation(int size, long... key) {
        int[] order = new int[size];
        Random random = random(key);
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
