package dync.compiler.value;

/** What a delayed read yields before there was anything to read. */
public enum Past {
    /** Nothing: absence is not zero. */
    ABSENT,
    /** Zeros, as for a variable of a differential equation that was never set. */
    ZERO
}
