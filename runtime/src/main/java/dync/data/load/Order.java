package dync.data.load;

/** In which order a pass goes through the images. */
public enum Order {
    /** As the data set has them. */
    STORED,
    /** At random, every pass in an order of its own. */
    SHUFFLED,
    /** One image of each class in turn, see {@link RoundRobin}. */
    ROUND_ROBIN
}
