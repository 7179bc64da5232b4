package dync.data;

/**
 * The parts of a data set: images to learn from, images to choose settings and checkpoints by, and images that are held
 * back to test what was learned.
 */
public enum Split {
    TRAIN,
    TEST,
    VALIDATION
}
