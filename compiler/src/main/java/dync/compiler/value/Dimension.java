package dync.compiler.value;

/**
 * The dimension of a number or a signal: a power of time.
 *
 * @param time 0 for plain numbers, 1 for times (in ms), -1 for rates (in 1/ms)
 */
public record Dimension(int time) {
    public static final Dimension NUMBER = new Dimension(0);
    public static final Dimension TIME = new Dimension(1);
    public static final Dimension RATE = new Dimension(-1);

    public Dimension times(Dimension other) {
        return new Dimension(time + other.time);
    }

    public Dimension over(Dimension other) {
        return new Dimension(time - other.time);
    }

    public boolean isNumber() {
        return time == 0;
    }

    /** As a user would say it. */
    @Override
    public String toString() {
        return switch (time) {
            case 0 -> "a number";
            case 1 -> "a time";
            case -1 -> "a rate";
            case 2 -> "a squared time";
            case -2 -> "a squared rate";
            default -> "a time to the power of " + time;
        };
    }
}
