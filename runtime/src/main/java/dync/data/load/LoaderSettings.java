package dync.data.load;

/**
 * How a {@link Loader} cuts images into batches.
 *
 * @param batch images in a batch
 * @param limit use no more than so many images: the first ones of a round robin, else drawn by the seed; 0 uses all
 * @param order in which order a pass goes through them
 * @param dropLast whether a last batch that is not full is left out
 * @param seed decides which images a limit takes, and every random order
 * @param prefetch batches prepared ahead on another thread; 0 prepares each when it is asked for
 */
public record LoaderSettings(int batch, int limit, Order order, boolean dropLast, long seed, int prefetch) {
    /** Checks the ranges. */
    public LoaderSettings {
        if (batch < 1 || limit < 0 || prefetch < 0) {
            throw new IllegalArgumentException("a batch of " + batch + ", a limit of " + limit + " and " + prefetch
                    + " batches ahead: the first is at least 1, the others at least 0");
        }
    }

    /** Every image in order, the last batch perhaps smaller, two batches ahead: what a test wants. */
    public static LoaderSettings inOrder(int batch) {
        return new LoaderSettings(batch, 0, Order.STORED, false, 0, 2);
    }

    /** Every image in an order of its own for every pass, two batches ahead: what training wants. */
    public static LoaderSettings shuffled(int batch, long seed) {
        return new LoaderSettings(batch, 0, Order.SHUFFLED, false, seed, 2);
    }

    /** Every image, the classes in turn, two batches ahead: a test that may end early has then seen all of them. */
    public static LoaderSettings inTurn(int batch) {
        return new LoaderSettings(batch, 0, Order.ROUND_ROBIN, false, 0, 2);
    }

    /** The same with a limit on the number of images. */
    public LoaderSettings limitedTo(int images) {
        return new LoaderSettings(batch, images, order, dropLast, seed, prefetch);
    }
}
