package dync.train;

/** How weights follow their gradients. */
public enum OptimizerKind {
    SGD,
    ADAM,
    ADAMW
}
