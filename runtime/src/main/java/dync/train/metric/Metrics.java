package dync.train.metric;

import dync.runtime.Nearest;
import dync.runtime.UserError;
import dync.train.metric.Metric.Better;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers that a run measures each epoch, by the names under which tables, trackers, early stopping and checkpoints
 * know them. Which there are depends on the terms of the loss and on how answers are read.
 */
public final class Metrics {
    /** What training says of itself. */
    public static final String TRAIN = "train";

    /** On images that are held back, after each epoch. */
    public static final String VALIDATION = "validation";

    /** On the images of the test. */
    public static final String TEST = "test";

    private final Map<String, Metric> known;

    private Metrics(List<Metric> all) {
        known = new LinkedHashMap<>();
        all.forEach(metric -> known.put(metric.name(), metric));
    }

    /**
     * Those of a run.
     *
     * @param terms names of the terms of the loss, such as {@code cross_entropy}; a loss of one term has no need of them
     */
    public static Metrics of(Collection<String> terms, MetricSettings settings) {
        List<Metric> all = new ArrayList<>();
        all.add(metric(TRAIN, "loss", "what is made smaller, mean over the epoch", Better.LOWER));
        all.add(metric(TRAIN, "penalty", "what the penalties of the model add to the loss", Better.LOWER));
        all.add(metric(
                TRAIN, "accuracy", "share of right answers over all steps that count, over the epoch", Better.HIGHER));
        all.add(metric(TRAIN, "accuracy_last", "the same at the last step", Better.HIGHER));
        addTerms(all, TRAIN, terms);
        all.add(metric(
                TRAIN, "learning_rate", "of the first group of weights, at the end of the epoch", Better.NEITHER));
        all.add(ofClock("seconds", "that the epoch took", Better.LOWER));
        all.add(ofClock("images_per_second", "while training", Better.HIGHER));
        all.add(ofClock("data_wait", "share of the time in which training waited for images", Better.LOWER));
        all.add(ofClock("memory", "largest so far, of this process, in MiB", Better.LOWER));
        all.addAll(answers(VALIDATION, settings));
        addTerms(all, VALIDATION, terms);
        return new Metrics(all);
    }

    private static void addTerms(List<Metric> all, String phase, Collection<String> terms) {
        for (String term : terms) {
            all.add(metric(phase, "loss_" + term, "the term '" + term + "' of the loss", Better.LOWER));
        }
    }

    /** Those that are read from answers; {@link #values} gives them in this order. */
    public static List<Metric> answers(String phase, MetricSettings settings) {
        List<Metric> all = new ArrayList<>();
        all.add(metric(phase, "loss", "as in training, without what only training has", Better.LOWER));
        all.add(metric(phase, "accuracy", "share of right answers over all steps that count", Better.HIGHER));
        all.add(metric(phase, "accuracy_last", "the same at the last step", Better.HIGHER));
        all.add(metric(phase, "accuracy_max", "the same at the best step", Better.HIGHER));
        all.add(metric(phase, "accuracy_max_ms", "when that step begins, from the first", Better.NEITHER));
        all.add(metric(
                phase, "accuracy_cumulative", "by the sum of all answers that count, at the last step", Better.HIGHER));
        all.add(metric(
                phase,
                "accuracy_confident",
                "of a reader who waits for confidence, at most to the end",
                Better.HIGHER));
        all.add(metric(phase, "confident", "share of samples for which confidence sufficed", Better.NEITHER));
        all.add(metric(phase, "confident_ms", "when these were decided, mean", Better.NEITHER));
        for (int k : settings.topK()) {
            all.add(metric(
                    phase,
                    "accuracy_top" + k,
                    "share of labels among the " + k + " largest answers, over all steps that count",
                    Better.HIGHER));
        }
        all.add(metric(phase, "cross_entropy", "over all steps that count", Better.LOWER));
        all.add(metric(phase, "calibration_error", "expected calibration error at the last step", Better.LOWER));
        all.add(metric(phase, "confidence_guess", "probability of the largest answer", Better.NEITHER));
        all.add(metric(phase, "confidence_label", "probability of the label", Better.HIGHER));
        all.add(metric(phase, "entropy", "of the probabilities, in nats", Better.NEITHER));
        return List.copyOf(all);
    }

    /**
     * What a report says, under the names of {@link #answers}.
     *
     * @param loss the phase's own
     * @param stepMs length of a step; step t begins at t · stepMs
     */
    public static Map<String, Double> values(String phase, double loss, AnswerReport report, double stepMs) {
        Map<String, Double> values = new LinkedHashMap<>();
        TimeCourse.Step overall = report.overall();
        values.put(phase + "/loss", loss);
        values.put(phase + "/accuracy", overall.accuracy());
        values.put(
                phase + "/accuracy_last",
                report.last().map(TimeCourse.Step::accuracy).orElse(Double.NaN));
        values.put(
                phase + "/accuracy_max",
                report.best().map(TimeCourse.Step::accuracy).orElse(Double.NaN));
        values.put(
                phase + "/accuracy_max_ms",
                report.best().map(step -> step.step() * stepMs).orElse(Double.NaN));
        values.put(
                phase + "/accuracy_cumulative",
                report.last().map(TimeCourse.Step::cumulative).orElse(Double.NaN));
        values.put(phase + "/accuracy_confident", report.decisions().accuracy());
        values.put(phase + "/confident", report.decisions().sure());
        values.put(phase + "/confident_ms", report.decisions().meanStep() * stepMs);
        overall.among().forEach((k, share) -> values.put(phase + "/accuracy_top" + k, share));
        values.put(phase + "/cross_entropy", overall.loss());
        values.put(phase + "/calibration_error", report.calibration().error());
        values.put(phase + "/confidence_guess", overall.guessConfidence());
        values.put(phase + "/confidence_label", overall.labelConfidence());
        values.put(phase + "/entropy", overall.entropy());
        return values;
    }

    /** All, in the order of tables. */
    public List<Metric> all() {
        return List.copyOf(known.values());
    }

    /**
     * The metric of a name.
     *
     * @throws UserError if there is none, with the nearest; or if it does not say how good a model is
     */
    public Metric toImprove(String name) {
        Metric metric = known.get(name);
        if (metric == null) {
            throw new UserError("there is no metric '" + name + "'", Nearest.advice(likely(name), known.keySet()));
        }
        if (metric.better() == Better.NEITHER) {
            throw new UserError(
                    "'" + name + "' (" + metric.meaning() + ") does not say how good a model is",
                    "choose a metric that does, such as " + VALIDATION + "/accuracy_last");
        }
        if (!metric.repeats()) {
            throw new UserError(
                    "'" + name + "' (" + metric.meaning() + ") is another in every run",
                    "choose a metric that says how good a model is, such as " + VALIDATION + "/accuracy_last");
        }
        return metric;
    }

    /** Whoever gives another phase, or none, means validation. */
    private String likely(String name) {
        String validation = VALIDATION + "/" + name.replaceFirst("^.*/|^(val|validation|test)_", "");
        return known.containsKey(validation) ? validation : name;
    }

    private static Metric metric(String phase, String name, String meaning, Better better) {
        return new Metric(phase + "/" + name, meaning, better, true);
    }

    private static Metric ofClock(String name, String meaning, Better better) {
        return new Metric(TRAIN + "/" + name, meaning, better, false);
    }
}
