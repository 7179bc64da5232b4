package dync.train.policy;

/**
 * Several batches to one update, as if they were one batch. Groups begin anew with each epoch; the last of an epoch may be
 * smaller.
 *
 * @param batches that make one update
 * @param batch images in a batch
 * @param images in an epoch
 */
public record Accumulation(int batches, int batch, int images) {

    /** Updates in an epoch. */
    public int updates() {
        return ceiling(allBatches(), batches);
    }

    /** Updates that are done after so many batches of an epoch. */
    public int updatesAfter(int done) {
        return done >= allBatches() ? updates() : done / batches;
    }

    /** Whether the weights move after this batch, counted from 0. */
    public boolean endsWith(int index) {
        return (index + 1) % batches == 0 || index + 1 == allBatches();
    }

    /** The share of a batch's loss in that of its group: its share of the images. */
    public double share(int index) {
        int first = index / batches * batches * batch;
        int group = Math.min(images - first, batches * batch);
        int own = Math.min(images - index * batch, batch);
        return (double) own / group;
    }

    private int allBatches() {
        return ceiling(images, batch);
    }

    private static int ceiling(int whole, int part) {
        return (whole + part - 1) / part;
    }
}
