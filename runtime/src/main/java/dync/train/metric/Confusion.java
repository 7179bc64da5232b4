package dync.train.metric;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which class was taken for which, by the last answer of each sample that counts.
 *
 * @param counts by label, then by guess
 */
public record Confusion(List<List<Long>> counts) {
    public Confusion {
        counts = counts.stream().map(List::copyOf).toList();
    }

    /** The share of samples of each class that was taken for it; not a number for a class without samples. */
    public List<Double> recall() {
        return IntStream.range(0, counts.size())
                .mapToObj(label -> (double) counts.get(label).get(label)
                        / counts.get(label).stream().mapToLong(Long::longValue).sum())
                .toList();
    }

    /** Counts. */
    static final class Count {
        private long[][] counts = {};

        void add(int classes, int label, int guess) {
            extend(classes);
            counts[label][guess]++;
        }

        void merge(Count other) {
            extend(other.counts.length);
            for (int label = 0; label < other.counts.length; label++) {
                for (int guess = 0; guess < other.counts.length; guess++) {
                    counts[label][guess] += other.counts[label][guess];
                }
            }
        }

        private void extend(int classes) {
            if (counts.length == 0) {
                counts = new long[classes][classes];
            }
        }

        Confusion result() {
            return new Confusion(Arrays.stream(counts)
                    .map(row -> Arrays.stream(row).boxed().toList())
                    .toList());
        }
    }
}
