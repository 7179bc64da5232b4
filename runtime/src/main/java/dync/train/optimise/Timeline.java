package dync.train.optimise;

/**
 * How long a run is to be.
 *
 * @param epochs in all
 * @param updates of the weights in each
 */
public record Timeline(long epochs, long updates) {

    /** Its length in units of a schedule. */
    long length(Per per) {
        return per == Per.EPOCH ? epochs : epochs * updates;
    }
}
