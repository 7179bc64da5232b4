package dync.train;

import org.bytedeco.pytorch.Tensor;

/** Running loss and accuracy of an epoch. */
final class EpochProgress {
    private final StepAccuracy accuracy = new StepAccuracy();
    private double lossSum;

    /**
     * Counts a batch.
     *
     * @param loss its mean over labelled pairs of sample and step
     */
    void add(double loss, Tensor answers, Tensor labels) {
        long before = accuracy.labelled();
        accuracy.add(answers, labels);
        lossSum += loss * (accuracy.labelled() - before);
    }

    /** Mean over all labelled pairs so far; not a number if there are none. */
    double loss() {
        return lossSum / accuracy.labelled();
    }

    double lossSum() {
        return lossSum;
    }

    StepAccuracy accuracy() {
        return accuracy;
    }

    void restore(double savedLossSum, long[] right, long[] labelled) {
        lossSum = savedLossSum;
        accuracy.restore(right, labelled);
    }
}
