package dync.train;

import dync.data.Dataset;
import dync.data.load.Loader;
import dync.experiment.Experiment;
import dync.runtime.BadFile;
import dync.runtime.DynModel;
import dync.track.Sink;
import dync.track.Sink.Ending;
import dync.track.Tracker;
import dync.track.TrackingSettings;
import dync.track.mlflow.Mlflow;
import dync.track.mlflow.MlflowAccess;
import dync.track.tensorboard.EventFiles;
import dync.train.metric.ActivityReport;
import dync.train.metric.Metrics;
import dync.train.metric.Spread;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.bytedeco.pytorch.Device;

/**
 * Keeps what a run tells of itself: in the tables of its folder, and with trackers. The tables are written by the thread
 * that trains, before the checkpoint that they belong to; trackers are told and not waited for.
 */
final class RunRecord implements TrainingListener {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> ARTIFACTS =
            List.of("experiment.yaml", "metrics.csv", "confusion.csv", "training.png");

    private final Path folder;
    private final TrackingSettings settings;
    private final RunTables tables;
    private final Tracker tracker;
    private final Probe probe;
    private final List<String> classes;
    private final Consumer<String> note;
    private int batchesAnEpoch;

    private RunRecord(
            Path folder,
            TrackingSettings settings,
            RunTables tables,
            Tracker tracker,
            Probe probe,
            List<String> classes,
            Consumer<String> note) {
        this.folder = folder;
        this.settings = settings;
        this.tables = tables;
        this.tracker = tracker;
        this.probe = probe;
        this.classes = List.copyOf(classes);
        this.note = note;
    }

    /**
     * Begins, or goes on: what was kept of work after the position is taken out.
     *
     * @param note hears of trouble, as lines for the user; called from any thread
     * @throws BadFile if a table cannot be written
     * @throws dync.runtime.UserError if a tracker is set wrongly
     */
    static RunRecord open(
            RunFolder run,
            Experiment experiment,
            DynModel model,
            Dataset data,
            Trials trials,
            Device device,
            Position position,
            long step,
            Consumer<String> note) {
        TrackingSettings settings = experiment.tracking();
        RunTables tables = new RunTables(
                run.path(),
                Metrics.of(trials.loss().names(), trials.metrics()),
                trials.metrics().topK(),
                model.info().stepMs());
        tables.begin(position);
        Loader few = Loaders.few(data, experiment, Math.max(trials.images(), Probe.size(model.info(), trials.steps())));
        Probe probe = new Probe(model, trials, few, device, experiment.seed());
        Tracker tracker = Tracker.to(
                sinks(run.path(), settings, step == 0 ? OptionalLong.empty() : OptionalLong.of(step + 1)), note);
        RunRecord record = new RunRecord(run.path(), settings, tables, tracker, probe, data.classes(), note);
        record.tell(Paths.of(experiment.yaml()));
        return record;
    }

    private static List<Sink> sinks(Path folder, TrackingSettings settings, OptionalLong from) {
        List<Sink> sinks = new ArrayList<>();
        if (settings.tensorboard()) {
            sinks.add(new EventFiles(
                    folder.resolve("tensorboard"),
                    from,
                    List.of(Metrics.VALIDATION + "/loss", Metrics.VALIDATION + "/accuracy_last")));
        }
        settings.mlflow()
                .ifPresent(server -> sinks.add(new Mlflow(
                        MlflowAccess.of(server.uri(), System.getenv()),
                        server,
                        folder.resolve("mlflow-run"),
                        folder.toAbsolutePath().normalize().getFileName().toString())));
        return sinks;
    }

    private void tell(Map<String, String> chosen) {
        tracker.hyperparameters(chosen);
        if (tracker.listens() && settings.images() > 0) {
            probe.picture(settings.images()).ifPresent(png -> tracker.image("run/images", 0, png));
        }
    }

    @Override
    public void started(TrainingPlan plan) {
        batchesAnEpoch = plan.batches();
    }

    @Override
    public void batch(BatchReport report) {
        long step = step(report.epoch() - 1, report.batch());
        if (step % settings.every() != 0) {
            return;
        }
        tables.batch(report, step);
        tracker.scalar("batch/loss", step, report.loss());
        tracker.scalar("batch/learning_rate", step, report.learningRate());
        tracker.scalar("batch/images_per_second", step, report.imagesPerSecond());
    }

    private long step(int epochs, int batches) {
        return (long) epochs * batchesAnEpoch + batches;
    }

    @Override
    public void epoch(EpochReport report) {
        long step = step(report.epoch(), 0);
        Map<String, Double> values = report.values(probe.stepMs());
        tables.epoch(report.epoch(), step, values);
        tables.answers(report.epoch(), report.test().answers());
        values.forEach((name, value) -> tracker.scalar(name, step, value));
        tracker.scalar("epoch", step, report.epoch());
        if (settings.statistics() > 0 && report.epoch() % settings.statistics() == 0) {
            statistics(report.epoch(), step);
        }
        pictures(report, step);
        keep(() -> tables.confusion(report.test().answers(), classes));
        keep(() -> tables.flush(true));
    }

    private void statistics(int epoch, long step) {
        for (Map.Entry<String, Spread> weight : probe.weights().entrySet()) {
            tables.weight(epoch, weight.getKey(), weight.getValue());
            tracker.scalar(
                    "weights/" + weight.getKey() + "_norm",
                    step,
                    weight.getValue().values().norm());
            tracker.histogram(
                    "weights/" + weight.getKey(), step, weight.getValue().values());
        }
        for (Map.Entry<String, ActivityReport> area : probe.activity().entrySet()) {
            ActivityReport report = area.getValue();
            tables.area(epoch, area.getKey(), report);
            tracker.scalar("activity/" + area.getKey() + "_magnitude", step, report.magnitude());
            tracker.scalar("activity/" + area.getKey() + "_sparseness", step, report.sparseness());
            tracker.scalar("activity/" + area.getKey() + "_silent", step, report.silent());
            tracker.histogram("activity/" + area.getKey(), step, report.spread().values());
        }
    }

    private void pictures(EpochReport report, long step) {
        if (tracker.listens()) {
            Pictures.confusion(report.test().answers().confusion())
                    .ifPresent(png -> tracker.image(Metrics.VALIDATION + "/confusion", step, png));
            Pictures.file(folder.resolve("training.png")).ifPresent(png -> tracker.image("run/curves", step, png));
        }
    }

    /** Before a checkpoint: what it counts as done is in the tables, too. */
    void flush() {
        keep(() -> tables.flush(false));
    }

    /** @throws BadFile if lines are left that the disk does not take */
    void finish() {
        tables.flush(true);
    }

    /** Training goes on without a table that cannot be written now. */
    private void keep(Runnable writing) {
        try {
            writing.run();
        } catch (BadFile full) {
            note.accept(full.getMessage() + "; the lines are kept and written later");
        }
    }

    /** Hands over the files of the run and waits a while until all has arrived. */
    void end(Ending ending) {
        ARTIFACTS.stream().map(folder::resolve).filter(Files::isReadable).forEach(file -> tracker.artifact(file, ""));
        tracker.close(ending, PATIENCE);
    }
}
