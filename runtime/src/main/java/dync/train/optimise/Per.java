package dync.train.optimise;

/** What a schedule counts. */
public enum Per {
    /** Epochs that are finished. */
    EPOCH,
    /** Updates of the weights that are finished; one after each batch unless gradients are accumulated. */
    UPDATE
}
