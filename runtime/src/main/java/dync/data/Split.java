package dync.data;

/** The two parts of a data set: images to learn from, and images that are held back to test what was learned. */
public enum Split {
    TRAIN,
    TEST
}
