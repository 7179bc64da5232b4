package dync.train;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;

/** Running loss and accuracy of an epoch. */
final class EpochProgress {
    private final StepAccuracy accuracy = new StepAccuracy();
    private double lossSum;
    private double penaltySum;
    private final Map<String, Double> termSums = new TreeMap<>();

    /**
     * Counts a batch.
     *
     * @param loss its mean over labelled pairs of sample and step
     * @param penalty the sum of the model's penalties, which counts as many times as the loss
     * @param terms of the loss by name, each its mean
     */
    void add(double loss, double penalty, Map<String, Double> terms, Tensor answers, Tensor labels) {
        long before = accuracy.labelled();
        accuracy.add(answers, labels);
        long pairs = accuracy.labelled() - before;
        lossSum += loss * pairs;
        penaltySum += penalty * pairs;
        terms.forEach((name, value) -> termSums.merge(name, value * pairs, Double::sum));
    }

    /** Mean over all labelled pairs so far; not a number if there are none. */
    double loss() {
        return lossSum / accuracy.labelled();
    }

    double lossSum() {
        return lossSum;
    }

    /** Mean of the penalties so far; 0 for a model without. */
    double penalty() {
        return penaltySum / accuracy.labelled();
    }

    double penaltySum() {
        return penaltySum;
    }

    StepAccuracy accuracy() {
        return accuracy;
    }

    /** Mean of each term of the loss so far. */
    Map<String, Double> terms() {
        Map<String, Double> means = new TreeMap<>();
        termSums.forEach((name, sum) -> means.put(name, sum / accuracy.labelled()));
        return means;
    }

    Map<String, Double> termSums() {
        return Collections.unmodifiableMap(termSums);
    }

    void restore(
            double savedLossSum,
            double savedPenaltySum,
            Map<String, Double> savedTermSums,
            long[] right,
            long[] labelled) {
        lossSum = savedLossSum;
        penaltySum = savedPenaltySum;
        termSums.clear();
        termSums.putAll(savedTermSums);
        accuracy.restore(right, labelled);
    }
}
