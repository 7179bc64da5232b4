package dync.cli.progress;

import dync.train.BatchReport;
import dync.train.EpochReport;
import java.util.Optional;

/** All that the view has heard of a run. */
final class Standing {
    private final Curve losses = new Curve();
    private final Curve accuracies = new Curve();
    private Optional<BatchReport> batch = Optional.empty();
    private Optional<EpochReport> epoch = Optional.empty();
    private Optional<EpochReport> best = Optional.empty();
    private int tested;
    private int toTest;

    void batch(BatchReport report) {
        batch = Optional.of(report);
        toTest = 0;
        losses.add(report.loss());
        accuracies.add(report.accuracy());
    }

    void testing(int done, int total) {
        tested = done;
        toTest = total;
    }

    void epoch(EpochReport report) {
        toTest = 0;
        epoch = Optional.of(report);
        if (best.isEmpty() || accuracy(report) > accuracy(best.get())) {
            best = epoch;
        }
    }

    static double accuracy(EpochReport report) {
        return report.test().accuracy().overall();
    }

    /** Of the batches, in their order. */
    double[] losses() {
        return losses.values();
    }

    /** Of the batches, in their order. */
    double[] accuracies() {
        return accuracies.values();
    }

    Optional<BatchReport> batch() {
        return batch;
    }

    /** The last epoch that has ended. */
    Optional<EpochReport> epoch() {
        return epoch;
    }

    /** The epoch after which most test images were answered rightly, the first of equal ones. */
    Optional<EpochReport> best() {
        return best;
    }

    boolean isTesting() {
        return toTest > 0;
    }

    int tested() {
        return tested;
    }

    int toTest() {
        return toTest;
    }

    /** How much of what is under way is done, 0 to 1. */
    double share() {
        return isTesting()
                ? (double) tested / toTest
                : batch.map(report -> (double) report.batch() / report.batches())
                        .orElse(0.0);
    }
}
