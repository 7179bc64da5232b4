package dync.cli.progress;

import java.util.Arrays;

/** A long row of values in little room: when it is full, neighbours are put together. */
final class Curve {
    private static final int ROOM = 1024;

    private final double[] kept = new double[ROOM];
    private int count;
    private int each = 1;
    private double sum;
    private int summed;

    /** What is not finite cannot be drawn and is left out. */
    void add(double value) {
        if (!Double.isFinite(value)) {
            return;
        }
        sum += value;
        summed++;
        if (summed < each) {
            return;
        }
        if (count == ROOM) {
            count = ROOM / 2;
            each *= 2;
            System.arraycopy(means(Arrays.copyOf(kept, ROOM), count), 0, kept, 0, count);
            return;
        }
        kept[count++] = sum / summed;
        sum = 0;
        summed = 0;
    }

    double[] values() {
        return Arrays.copyOf(kept, count);
    }

    /** At most so many values: means of neighbours. */
    static double[] means(double[] values, int count) {
        if (values.length <= count) {
            return values;
        }
        double[] means = new double[count];
        for (int i = 0; i < count; i++) {
            int from = (int) ((long) i * values.length / count);
            int to = (int) ((long) (i + 1) * values.length / count);
            means[i] = Arrays.stream(values, from, to).average().orElseThrow();
        }
        return means;
    }
}
