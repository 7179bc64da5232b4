package dync.train.metric;

/**
 * A number that a run measures each epoch.
 *
 * @param name with its phase, as {@code validation/accuracy_last}
 * @param meaning a phrase
 * @param better which way is better
 * @param repeats whether the same run measures the same again; what the clock or the machine decides does not
 */
public record Metric(String name, String meaning, Better better, boolean repeats) {
    /** Which way is better. */
    public enum Better {
        HIGHER,
        LOWER,
        /** Says something, but not how good a model is. */
        NEITHER
    }

    /** Whether a value is better than another; what is no number is worse than any. */
    public boolean improves(double value, double best) {
        if (Double.isNaN(value) || Double.isNaN(best)) {
            return !Double.isNaN(value);
        }
        return better == Better.LOWER ? value < best : value > best;
    }
}
