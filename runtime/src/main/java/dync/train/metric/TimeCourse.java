package dync.train.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the answers build up over the steps of a presentation. */
public record TimeCourse(List<Step> steps) {
    /**
     * One step; means over the samples that have a label there, not a number if none has.
     *
     * @param step from 0
     * @param labelled how many samples have a label
     * @param accuracy the share of right answers
     * @param cumulative the share that is right by the sum of all answers so far; a sum of the answers of a readout picks
     *     the class with the largest product of probabilities, as if the steps were independent observations
     * @param among by k, the share whose label is among the k largest answers
     * @param loss cross-entropy
     * @param guessConfidence probability of the largest answer
     * @param labelConfidence probability of the label
     * @param entropy of the probabilities, in nats
     */
    public record Step(
            int step,
            long labelled,
            double accuracy,
            double cumulative,
            SortedMap<Integer, Double> among,
            double loss,
            double guessConfidence,
            double labelConfidence,
            double entropy) {
        public Step {
            among = Collections.unmodifiableSortedMap(new TreeMap<>(among));
        }
    }

    public TimeCourse {
        steps = List.copyOf(steps);
    }

    /** Counts. */
    static final class Count {
        private final List<Integer> ranks;
        private final List<StepCount> steps = new ArrayList<>();

        Count(List<Integer> ranks) {
            this.ranks = ranks;
        }

        void add(Readings batch) {
            extend(batch.steps());
            for (int step = 0; step < batch.steps(); step++) {
                for (int sample = 0; sample < batch.samples(); sample++) {
                    if (batch.asked(sample, step)) {
                        steps.get(step).add(batch, sample, step);
                    }
                }
            }
        }

        void merge(Count other) {
            extend(other.steps.size());
            for (int step = 0; step < other.steps.size(); step++) {
                steps.get(step).merge(other.steps.get(step));
            }
        }

        private void extend(int count) {
            while (steps.size() < count) {
                steps.add(new StepCount(ranks));
            }
        }

        TimeCourse result() {
            List<Step> all = new ArrayList<>();
            for (StepCount count : steps) {
                all.add(count.result(all.size()));
            }
            return new TimeCourse(all);
        }

        /** The same over all steps, as if they were one. */
        Step overall() {
            StepCount sum = new StepCount(ranks);
            steps.forEach(sum::merge);
            return sum.result(0);
        }
    }

    private static final class StepCount {
        private static final int LOSS = 0;
        private static final int GUESS = 1;
        private static final int LABEL = 2;
        private static final int ENTROPY = 3;

        private final List<Integer> ranks;
        private final long[] among;
        private final ExactSum[] sums = ExactSums.of(4);
        private long labelled;
        private long right;
        private long cumulative;

        StepCount(List<Integer> ranks) {
            this.ranks = ranks;
            this.among = new long[ranks.size()];
        }

        void add(Readings batch, int sample, int step) {
            int label = batch.label(sample, step);
            labelled++;
            right += batch.guess(sample, step) == label ? 1 : 0;
            cumulative += batch.cumulativeGuess(sample, step) == label ? 1 : 0;
            for (int i = 0; i < among.length; i++) {
                among[i] += batch.rank(sample, step) < ranks.get(i) ? 1 : 0;
            }
            sums[LOSS].add(batch.loss(sample, step));
            sums[GUESS].add(batch.guessConfidence(sample, step));
            sums[LABEL].add(batch.labelConfidence(sample, step));
            sums[ENTROPY].add(batch.entropy(sample, step));
        }

        void merge(StepCount other) {
            labelled += other.labelled;
            right += other.right;
            cumulative += other.cumulative;
            Arrays.setAll(among, i -> among[i] + other.among[i]);
            for (int i = 0; i < sums.length; i++) {
                sums[i].merge(other.sums[i]);
            }
        }

        Step result(int step) {
            SortedMap<Integer, Double> shares = new TreeMap<>();
            for (int i = 0; i < among.length; i++) {
                shares.put(ranks.get(i), (double) among[i] / labelled);
            }
            return new Step(
                    step,
                    labelled,
                    (double) right / labelled,
                    (double) cumulative / labelled,
                    shares,
                    sums[LOSS].mean(labelled),
                    sums[GUESS].mean(labelled),
                    sums[LABEL].mean(labelled),
                    sums[ENTROPY].mean(labelled));
        }
    }
}
