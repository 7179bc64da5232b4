package dync.compiler.diagnostic;

/**
 * The stable codes: 00 the compiler itself, 01 syntax, 02 names, 03 shapes, 04 types and units, 05 parameters and
 * values, 06 time, 07 structure. A code is never used again for another mistake. The long explanation of each is the
 * resource {@code explain/CODE.md}.
 */
public enum Code {
    DYN0001("not supported yet");

    private final String title;

    Code(String title) {
        this.title = title;
    }

    /** A few words for lists. */
    public String title() {
        return title;
    }
}
