package dync.train.metric;

/**
 * A sum that comes out the same in whatever order and parts it is taken: each term is rounded to a multiple of 2⁻²⁴, as
 * fine as single precision at 1, and these are added as integers. Not a number once a term was none, or beyond 10¹¹.
 */
final class ExactSum {
    private static final double UNIT = 0x1p-24;
    private static final long LARGEST = 1L << 62;

    private long units;
    private long lost;

    void add(double value) {
        double scaled = value / UNIT;
        if (Math.abs(scaled) < LARGEST) {
            add(Math.round(scaled));
        } else {
            lost++;
        }
    }

    void merge(ExactSum other) {
        lost += other.lost;
        add(other.units);
    }

    private void add(long more) {
        long sum = units + more;
        // both had one sign and the sum has the other
        boolean overflown = ((units ^ sum) & (more ^ sum)) < 0;
        lost += overflown ? 1 : 0;
        units = overflown ? 0 : sum;
    }

    double value() {
        return lost > 0 ? Double.NaN : units * UNIT;
    }

    /** Not a number for none. */
    double mean(long count) {
        return value() / count;
    }
}
