package dync.stimulus;

/**
 * Where a batch stands among all that are shown. With the seed it decides what is drawn at random for the batch.
 *
 * @param pass number of the pass through the data, such as the epoch
 * @param batch number of the batch in its pass
 * @param first position in the pass of the first image of the batch; it does not depend on the size of the batches
 */
public record Place(long pass, long batch, long first) {
    /** Where there is but one batch. */
    public static final Place BEGINNING = new Place(0, 0, 0);
}
