package dync.train.metric;

/**
 * What a reader of the answers decides who waits until they are sure: at the first step whose confidence exceeds a
 * threshold, or at the last that counts if none does.
 *
 * @param threshold of confidence
 * @param samples how many had to be decided
 * @param accuracy the share that was decided rightly
 * @param sure the share that was decided because the confidence sufficed
 * @param meanStep the mean step of the decision over those, from 0; not a number if there are none
 */
public record Decisions(double threshold, long samples, double accuracy, double sure, double meanStep) {
    /** Counts. */
    static final class Count {
        private final double threshold;
        private long samples;
        private long right;
        private long sure;
        private long steps;

        Count(double threshold) {
            this.threshold = threshold;
        }

        void add(Readings batch, int sample, int last) {
            int step = first(batch, sample, last);
            boolean reached = step <= last;
            int decided = reached ? step : last;
            samples++;
            right += batch.guess(sample, decided) == batch.label(sample, decided) ? 1 : 0;
            sure += reached ? 1 : 0;
            steps += reached ? step : 0;
        }

        private int first(Readings batch, int sample, int last) {
            for (int step = 0; step <= last; step++) {
                if (batch.asked(sample, step) && batch.guessConfidence(sample, step) > threshold) {
                    return step;
                }
            }
            return last + 1;
        }

        void merge(Count other) {
            samples += other.samples;
            right += other.right;
            sure += other.sure;
            steps += other.steps;
        }

        Decisions result() {
            return new Decisions(
                    threshold, samples, (double) right / samples, (double) sure / samples, (double) steps / sure);
        }
    }
}
