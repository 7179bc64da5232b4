package dync.train;

import org.bytedeco.pytorch.Tensor;

/** Running loss and accuracy of an epoch. */
final class EpochProgress {
    private final StepAccuracy accuracy = new StepAccuracy();
    private double lossSum;
    private double penaltySum;

    /**
     * Counts a batch.
     *
     * @param loss its mean over labelled pairs of sample and step
     */
    void add(double loss, Tensor answers, Tensor labels) {
        add(loss, 0, answers, labels);
    }

    /** The same with the sum of the penalties of the batch, which counts as many times as the loss. */
    void add(double loss, double penalty, Tensor answers, Tensor labels) {
        long before = accuracy.labelled();
        accuracy.add(answers, labels);
        lossSum += loss * (accuracy.labelled() - before);
        penaltySum += penalty * (accuracy.labelled() - before);
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

    void restore(double savedLossSum, double savedPenaltySum, long[] right, long[] labelled) {
        lossSum = savedLossSum;
        penaltySum = savedPenaltySum;
        accuracy.restore(right, labelled);
    }
}
