package dync.data.transform;

/**
 * The random numbers of one transform for one image. Begun anew for every image, so that an epoch repeats exactly whatever
 * the batches and the threads are; SplitMix64 (Steele, Lea, Flood 2014), which needs no memory but its state.
 */
final class Draws {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    /**
     * Begins anew.
     *
     * @param stream seed and epoch, as one number
     * @param image index of the image in its split
     * @param position of the transform in its list
     */
    void begin(long stream, long image, long position) {
        // a stream of streams of streams; Seeds.mix would need an array for its parts
        state = mixed(mixed(stream + GAMMA * (image + 1)) + GAMMA * (position + 1));
    }

    private long bits() {
        state += GAMMA;
        return mixed(state);
    }

    private static long mixed(long number) {
        long z = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Even between two numbers. */
    double between(double low, double high) {
        return low + (high - low) * ((bits() >>> 11) * 0x1p-53);
    }

    /** A whole number from 0, below a bound. */
    int below(int bound) {
        // the bias of a multiplication with 32 bits is below 2⁻³² · bound
        return (int) ((bits() >>> 32) * bound >>> 32);
    }

    /** True with a probability. */
    boolean happens(double probability) {
        return between(0, 1) < probability;
    }
}
