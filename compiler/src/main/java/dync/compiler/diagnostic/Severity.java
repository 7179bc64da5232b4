package dync.compiler.diagnostic;

/** How grave a diagnostic is. Only an error stops a compilation. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE;

    /** Lower case, as it is printed. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
