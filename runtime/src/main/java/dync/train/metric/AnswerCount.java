package dync.train.metric;

import org.bytedeco.pytorch.Tensor;

/**
 * Counts what a model answers, batch by batch: one pass over the answers where they are and one copy of a few numbers a
 * sample and step. Used by one thread; counts of several can be merged, in any order, to the last bit.
 */
public final class AnswerCount {
    private final MetricSettings settings;
    private final TimeCourse.Count course;
    private final Calibration.Count calibration;
    private final Confusion.Count confusion = new Confusion.Count();
    private final Decisions.Count decisions;
    private long samples;

    public AnswerCount(MetricSettings settings) {
        this.settings = settings;
        this.course = new TimeCourse.Count(settings.topK());
        this.calibration = new Calibration.Count(settings.calibrationBins());
        this.decisions = new Decisions.Count(settings.confidence());
    }

    /**
     * Counts a batch.
     *
     * @param answers {@code [B, T, K]}, not normalised
     * @param labels {@code [B, T]}, 64-bit: the class, or below 0 where the answer does not count; where the answers are
     */
    public void add(Tensor answers, Tensor labels) {
        Readings batch = Readings.of(answers, labels);
        samples += batch.samples();
        course.add(batch);
        for (int sample = 0; sample < batch.samples(); sample++) {
            int last = batch.lastAsked(sample).orElse(-1);
            if (last >= 0) {
                int label = batch.label(sample, last);
                int guess = batch.guess(sample, last);
                calibration.add(batch.guessConfidence(sample, last), guess == label);
                confusion.add(batch.classes(), label, guess);
                decisions.add(batch, sample, last);
            }
        }
    }

    /** Adds what another has counted with the same settings. */
    public void merge(AnswerCount other) {
        if (!settings.equals(other.settings)) {
            throw new IllegalArgumentException("counted as " + other.settings + ", not as " + settings);
        }
        samples += other.samples;
        course.merge(other.course);
        calibration.merge(other.calibration);
        confusion.merge(other.confusion);
        decisions.merge(other.decisions);
    }

    public AnswerReport result() {
        return new AnswerReport(
                samples,
                course.overall(),
                course.result(),
                decisions.result(),
                calibration.result(),
                confusion.result());
    }
}
