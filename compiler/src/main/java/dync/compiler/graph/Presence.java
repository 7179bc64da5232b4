package dync.compiler.graph;

/**
 * When a value exists. Absence is not zero: before its first step a value is not there at all.
 *
 * @param first the first step at which it exists, {@link #NEVER}, or {@link #AT_RUN_TIME}
 */
public record Presence(int first) {
    public static final int NEVER = Integer.MAX_VALUE;
    public static final int AT_RUN_TIME = -1;

    public boolean isKnown() {
        return first != AT_RUN_TIME;
    }

    public boolean isNever() {
        return first == NEVER;
    }

    @Override
    public String toString() {
        return isNever() ? "never" : isKnown() ? "from step " + first : "decided at run time";
    }
}
