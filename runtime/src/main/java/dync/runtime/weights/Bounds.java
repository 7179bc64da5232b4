package dync.runtime.weights;

/** The closed range that a weight is kept in; infinite where there is no limit. */
public record Bounds(double min, double max) {
    public Bounds {
        if (!(min <= max)) {
            throw new IllegalArgumentException("bounds from " + min + " to " + max + " hold nothing");
        }
    }

    public static Bounds atLeast(double min) {
        return new Bounds(min, Double.POSITIVE_INFINITY);
    }

    public static Bounds atMost(double max) {
        return new Bounds(Double.NEGATIVE_INFINITY, max);
    }

    public static Bounds between(double min, double max) {
        return new Bounds(min, max);
    }
}
