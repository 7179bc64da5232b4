package dync.train;

import dync.track.Table;
import dync.train.metric.ActivityReport;
import dync.train.metric.AnswerReport;
import dync.train.metric.Calibration;
import dync.train.metric.Metric;
import dync.train.metric.Metrics;
import dync.train.metric.Spread;
import dync.train.metric.TimeCourse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The tables of a run folder, each with one kind of observation a line: {@code metrics.csv} an epoch, {@code batches.csv}
 * a batch, {@code timecourse.csv} a step of the presentation, {@code weights.csv} a weight, {@code activity.csv} an area,
 * {@code calibration.csv} a bin of confidence, {@code confusion.csv} a pair of classes (after the last epoch).
 */
final class RunTables {
    private static final List<String> BATCH =
            List.of("epoch", "batch", "step", "loss", "accuracy", "learning_rate", "images_per_second");

    private final Path folder;
    private final List<Metric> metrics;
    private final List<Integer> topK;
    private final double stepMs;
    private final Table epochs;
    private final Table batches;
    private final Table course;
    private final Table weights;
    private final Table activity;
    private final Table calibration;
    private final List<Table> all;

    RunTables(Path folder, Metrics metrics, List<Integer> topK, double stepMs) {
        this.folder = folder;
        this.metrics = metrics.all();
        this.topK = topK;
        this.stepMs = stepMs;
        List<String> names = new ArrayList<>(List.of("epoch", "step"));
        this.metrics.forEach(metric -> names.add(metric.name()));
        epochs = table("metrics", names);
        batches = table("batches", BATCH);
        course = table("timecourse", courseColumns(topK));
        weights = table("weights", spreadColumns("weight"));
        List<String> areas = new ArrayList<>(spreadColumns("area"));
        areas.addAll(List.of("magnitude", "sparseness", "silent"));
        activity = table("activity", areas);
        calibration = table("calibration", List.of("epoch", "from", "to", "samples", "confidence", "accuracy"));
        all = List.of(batches, course, weights, activity, calibration, epochs);
    }

    private Table table(String name, List<String> columns) {
        return new Table(folder.resolve(name + ".csv"), columns);
    }

    private static List<String> courseColumns(List<Integer> topK) {
        List<String> columns = new ArrayList<>(List.of("epoch", "step", "ms", "labelled", "accuracy", "cumulative"));
        topK.forEach(k -> columns.add("top" + k));
        columns.addAll(List.of("cross_entropy", "confidence_guess", "confidence_label", "entropy"));
        return columns;
    }

    private static List<String> spreadColumns(String subject) {
        return List.of("epoch", subject, "count", "norm", "mean", "std", "min", "max", "odd", "zeros");
    }

    /**
     * Begins the tables, or goes on with them: lines after the position belong to work that is done again.
     *
     * @throws dync.runtime.BadFile if one cannot be written
     */
    void begin(Position position) {
        for (Table table : all) {
            table.begin(row -> !after(row, position));
        }
    }

    private static boolean after(Map<String, String> row, Position position) {
        int epoch = number(row.getOrDefault("epoch", ""));
        if (epoch <= position.epochs()) {
            return false;
        }
        // of an epoch that is half done there are lines of batches alone
        return epoch > position.epochs() + 1
                || !row.containsKey("batch")
                || number(row.get("batch")) > position.batches();
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
    }

    void batch(BatchReport report, long step) {
        batches.add(List.of(
                Integer.toString(report.epoch()),
                Integer.toString(report.batch()),
                Long.toString(step),
                text(report.loss()),
                text(report.accuracy()),
                text(report.learningRate()),
                text(report.imagesPerSecond())));
    }

    /** @param values by the names of the metrics; what is missing stays empty */
    void epoch(int epoch, long step, Map<String, Double> values) {
        List<String> row = new ArrayList<>(List.of(Integer.toString(epoch), Long.toString(step)));
        for (Metric metric : metrics) {
            row.add(values.containsKey(metric.name()) ? text(values.get(metric.name())) : "");
        }
        epochs.add(row);
    }

    void answers(int epoch, AnswerReport report) {
        for (TimeCourse.Step step : report.course().steps()) {
            List<String> row = new ArrayList<>(List.of(
                    Integer.toString(epoch),
                    Integer.toString(step.step()),
                    text(step.step() * stepMs),
                    Long.toString(step.labelled()),
                    text(step.accuracy()),
                    text(step.cumulative())));
            topK.forEach(k -> row.add(text(step.among().getOrDefault(k, Double.NaN))));
            row.add(text(step.loss()));
            row.add(text(step.guessConfidence()));
            row.add(text(step.labelConfidence()));
            row.add(text(step.entropy()));
            course.add(row);
        }
        for (Calibration.Bin bin : report.calibration().bins()) {
            calibration.add(List.of(
                    Integer.toString(epoch),
                    text(bin.from()),
                    text(bin.to()),
                    Long.toString(bin.samples()),
                    text(bin.confidence()),
                    text(bin.accuracy())));
        }
    }

    /** @throws dync.runtime.BadFile if it cannot be written */
    void confusion(AnswerReport report, List<String> classes) {
        List<List<String>> rows = new ArrayList<>();
        List<List<Long>> counts = report.confusion().counts();
        for (int label = 0; label < counts.size(); label++) {
            for (int guess = 0; guess < counts.size(); guess++) {
                rows.add(List.of(
                        classes.get(label),
                        classes.get(guess),
                        Long.toString(counts.get(label).get(guess))));
            }
        }
        Table.write(folder.resolve("confusion.csv"), List.of("label", "guess", "count"), rows);
    }

    void weight(int epoch, String name, Spread spread) {
        weights.add(row(epoch, name, spread));
    }

    void area(int epoch, String name, ActivityReport report) {
        List<String> row = row(epoch, name, report.spread());
        row.add(text(report.magnitude()));
        row.add(text(report.sparseness()));
        row.add(text(report.silent()));
        activity.add(row);
    }

    private static List<String> row(int epoch, String name, Spread spread) {
        return new ArrayList<>(List.of(
                Integer.toString(epoch),
                name,
                Long.toString(spread.count()),
                text(spread.values().norm()),
                text(spread.values().mean()),
                text(spread.values().std()),
                text(spread.values().min()),
                text(spread.values().max()),
                text(spread.oddShare()),
                text(spread.zeroShare())));
    }

    /**
     * Writes what was added.
     *
     * @param sure whether to wait until it is on the disk
     * @throws dync.runtime.BadFile if the disk does not take it; it is kept for the next time
     */
    void flush(boolean sure) {
        all.forEach(table -> table.flush(sure));
    }

    /** Six digits, or as many as a small number needs; an empty field is what Python reads as not a number. */
    private static String text(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "" : value > 0 ? "inf" : "-inf";
        }
        String plain = String.format(Locale.ROOT, "%.7g", value);
        return plain.contains("e") ? plain : plain.replaceFirst("\\.?0*$", "");
    }
}
