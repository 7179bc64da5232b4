package dync.compiler.value;

/** What a delayed read yields before there was anything to read. */
public enum Past {
    /** Nothing: absence is not zero. */
    ABSENT,
    /** Zeros before the first commit, as {@code emit(initial = zero)} says; a later gap is absence again. */
    BLANK,
    /** Zeros, as for a variable of a differential equation that was never set. */
    ZERO
}
