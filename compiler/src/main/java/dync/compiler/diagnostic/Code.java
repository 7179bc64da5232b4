package dync.compiler.diagnostic;

/**
 * The stable codes: 00 the compiler itself, 01 syntax, 02 names, 03 shapes, 04 types and units, 05 parameters and
 * values, 06 time, 07 structure. A code is never used again for another mistake. The long explanation of each is the
 * resource {@code explain/CODE.md}.
 */
public enum Code {
    DYN0001("not supported yet"),

    DYN0101("bracket is never closed"),
    DYN0102("bracket closes nothing"),
    DYN0103("comma is missing or too many"),
    DYN0104("character has no meaning"),
    DYN0105("string is never closed"),
    DYN0106("unknown unit"),
    DYN0107("symbol is missing"),
    DYN0108("reserved word as a name"),
    DYN0109("statement in the wrong place"),
    DYN0110("misspelled keyword"),
    DYN0111("unexpected word"),
    DYN0112("value is missing"),
    DYN0113("malformed number"),
    DYN0114("nested too deeply"),
    DYN0115("type is missing"),
    DYN0116("given twice"),
    DYN0117("unknown annotation"),
    DYN0118("comparisons in a chain"),
    DYN0119("value without let");

    private final String title;

    Code(String title) {
        this.title = title;
    }

    /** A few words for lists. */
    public String title() {
        return title;
    }
}
