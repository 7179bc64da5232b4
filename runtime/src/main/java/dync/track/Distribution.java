package dync.track;

import java.util.List;

/**
 * Many numbers, counted in bins of equal width between the smallest and the largest.
 *
 * @param min the smallest; not a number if there are none
 * @param max the largest
 * @param sum of all
 * @param squares the sum of the squares
 * @param counts how many are in each bin, the last with its upper edge
 */
public record Distribution(double min, double max, double sum, double squares, List<Long> counts) {
    public Distribution {
        counts = List.copyOf(counts);
        if (counts.isEmpty()) {
            throw new IllegalArgumentException("a distribution needs a bin");
        }
    }

    /** How many there are. */
    public long count() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /** The upper edge of a bin. */
    public double edge(int bin) {
        return bin == counts.size() - 1 ? max : min + (max - min) * (bin + 1) / counts.size();
    }

    /** The mean; not a number if there are none. */
    public double mean() {
        return sum / count();
    }

    /** The standard deviation over all, not of a sample. */
    public double std() {
        return Math.sqrt(Math.max(0, squares / count() - mean() * mean()));
    }

    /** The Euclidean norm. */
    public double norm() {
        return Math.sqrt(squares);
    }
}
