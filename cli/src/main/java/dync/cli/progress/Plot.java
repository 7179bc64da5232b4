package dync.cli.progress;

import java.util.ArrayList;
import java.util.List;

/** A curve on several lines of text, drawn with the dots of Braille letters: two to a letter across, four down. */
final class Plot {
    private static final int FIRST_LETTER = 0x2800;
    private static final int[][] DOTS = {{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}};

    private final int columns;
    private final int rows;
    private final int[][] dots;

    private Plot(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.dots = new int[rows][columns];
    }

    /**
     * Draws values from left to right over the whole width, joined.
     *
     * @param low value of the lowest dot
     * @param high value of the highest
     * @return the lines, from above
     */
    static List<String> of(double[] values, double low, double high, int columns, int rows) {
        Plot plot = new Plot(columns, rows);
        int wide = 2 * columns;
        int before = -1;
        for (int x = 0; x < wide && values.length > 0; x++) {
            double at = values.length == 1 ? 0 : (double) x * (values.length - 1) / (wide - 1);
            double value = between(values, at);
            if (Double.isFinite(value)) {
                int y = plot.height(value, low, high);
                plot.line(x, before < 0 ? y : before, y);
                before = y;
            }
        }
        return plot.lines();
    }

    private static double between(double[] values, double at) {
        int left = (int) at;
        int right = Math.min(values.length - 1, left + 1);
        double share = at - left;
        return share == 0 ? values[left] : (1 - share) * values[left] + share * values[right];
    }

    private int height(double value, double low, double high) {
        double share = high > low ? (value - low) / (high - low) : 0;
        return (int) Math.round(Math.min(1, Math.max(0, share)) * (4 * rows - 1));
    }

    private void line(int x, int from, int to) {
        int step = Integer.signum(to - from);
        for (int y = from + step; y != to && step != 0; y += step) {
            dot(x, y);
        }
        dot(x, to);
    }

    private void dot(int x, int y) {
        int down = 4 * rows - 1 - y;
        dots[down / 4][x / 2] |= DOTS[x % 2][down % 4];
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int[] row : dots) {
            StringBuilder line = new StringBuilder(columns);
            for (int letter : row) {
                // a blank is as wide as a letter without dots, and every font has it
                line.append(letter == 0 ? ' ' : (char) (FIRST_LETTER + letter));
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
