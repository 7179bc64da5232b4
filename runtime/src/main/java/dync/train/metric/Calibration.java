package dync.train.metric;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How far confidence can be trusted: samples by the confidence of their last answer that counts, in bins of equal width.
 *
 * @see <a href="https://arxiv.org/abs/1706.04599">Guo et al. 2017, On Calibration of Modern Neural Networks</a>
 */
public record Calibration(List<Bin> bins) {
    /**
     * Samples of like confidence.
     *
     * @param from confidence above which a sample belongs here
     * @param to the largest that does
     * @param samples how many there are
     * @param confidence their mean; not a number if there are none
     * @param accuracy the share that was right; not a number if there are none
     */
    public record Bin(double from, double to, long samples, double confidence, double accuracy) {}

    public Calibration {
        bins = List.copyOf(bins);
    }

    /**
     * The expected calibration error: the mean over the samples of how far their bin's confidence is from its accuracy.
     * Not a number if there are no samples.
     */
    public double error() {
        long samples = bins.stream().mapToLong(Bin::samples).sum();
        return bins.stream()
                        .filter(bin -> bin.samples() > 0)
                        .mapToDouble(bin -> bin.samples() * Math.abs(bin.confidence() - bin.accuracy()))
                        .sum()
                / samples;
    }

    /** Counts. */
    static final class Count {
        private final long[] samples;
        private final long[] right;
        private final ExactSum[] confidence;

        Count(int bins) {
            samples = new long[bins];
            right = new long[bins];
            confidence = ExactSums.of(bins);
        }

        void add(double sure, boolean hit) {
            int bin = Math.min(samples.length - 1, Math.max(0, (int) Math.ceil(sure * samples.length) - 1));
            samples[bin]++;
            right[bin] += hit ? 1 : 0;
            confidence[bin].add(sure);
        }

        void merge(Count other) {
            for (int bin = 0; bin < samples.length; bin++) {
                samples[bin] += other.samples[bin];
                right[bin] += other.right[bin];
                confidence[bin].merge(other.confidence[bin]);
            }
        }

        Calibration result() {
            double width = 1.0 / samples.length;
            return new Calibration(IntStream.range(0, samples.length)
                    .mapToObj(bin -> new Bin(
                            bin * width,
                            (bin + 1) * width,
                            samples[bin],
                            confidence[bin].mean(samples[bin]),
                            (double) right[bin] / samples[bin]))
                    .toList());
        }
    }
}
