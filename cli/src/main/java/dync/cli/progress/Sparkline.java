package dync.cli.progress;

/** A curve on one line of text, in blocks of eight heights. */
final class Sparkline {
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";

    private Sparkline() {}

    /** A block a value, from {@code low} to {@code high}; a blank for what is no number. */
    static String of(double[] values, double low, double high) {
        StringBuilder line = new StringBuilder();
        for (double value : values) {
            double height = high > low ? (value - low) / (high - low) : 0;
            line.append(
                    Double.isFinite(value)
                            ? BLOCKS.charAt((int) Math.round(Math.min(1, Math.max(0, height)) * 7))
                            : ' ');
        }
        return line.toString();
    }
}
