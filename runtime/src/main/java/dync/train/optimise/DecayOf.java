package dync.train.optimise;

/** Which weights decay. */
public enum DecayOf {
    /** All that are trained, biases and time constants too. */
    ALL,
    /** Those with two axes or more: kernels and matrices, but no biases, norms or time constants. */
    KERNELS
}
