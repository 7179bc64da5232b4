package dync.data.load;

/**
 * How a {@link Loader} cuts images into batches.
 *
 * @param batch images in a batch
 * @param limit use no more than so many images: the first ones of a round robin, else drawn by the seed; 0 uses all
 * @param order in which order a pass goes through them
 * @param seed decides which images a limit takes, every random order, and what is random in transforms
 * @param load who prepares them
 */
public record LoaderSettings(int batch, int limit, Order order, long seed, LoadSettings load) {
    /** Checks the ranges. */
    public LoaderSettings {
        if (batch < 1 || limit < 0) {
            throw new IllegalArgumentException("a batch of " + batch + " and a limit of " + limit
                    + ": the first is at least 1, the other at least 0");
        }
    }

    /** Every image in order, the last batch perhaps smaller: what a test wants. */
    public static LoaderSettings inOrder(int batch) {
        return new LoaderSettings(batch, 0, Order.STORED, 0, LoadSettings.STANDARD);
    }

    /** Every image in an order of its own for every pass: what training wants. */
    public static LoaderSettings shuffled(int batch, long seed) {
        return new LoaderSettings(batch, 0, Order.SHUFFLED, seed, LoadSettings.STANDARD);
    }

    /** Every image, the classes in turn: a test that may end early has then seen all of them. */
    public static LoaderSettings inTurn(int batch) {
        return new LoaderSettings(batch, 0, Order.ROUND_ROBIN, 0, LoadSettings.STANDARD);
    }

    /** The same with a limit on the number of images. */
    public LoaderSettings limitedTo(int images) {
        return new LoaderSettings(batch, images, order, seed, load);
    }

    /** The same, prepared otherwise. */
    public LoaderSettings with(LoadSettings other) {
        return new LoaderSettings(batch, limit, order, seed, other);
    }
}
