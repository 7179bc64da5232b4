package dync.train;

import dync.data.Dataset;
import dync.data.load.Loader;
import dync.experiment.Experiment;
import dync.experiment.TrainingSettings;
import dync.runtime.DynModel;
import dync.runtime.device.Devices;
import dync.train.loss.Loss;
import dync.train.loss.LossPlace;
import dync.train.metric.Metrics;
import dync.train.optimise.Grouping;
import dync.train.optimise.Schedule;
import dync.train.optimise.Timeline;
import dync.train.policy.Accumulation;
import dync.train.policy.EarlyStopping;
import dync.train.precision.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Device;

/** What becomes of settings once the model and the data set are known. */
public final class Readiness {
    private Readiness() {}

    /**
     * Finds out what would not go, before anything is begun: all that {@link Trainer} would refuse.
     *
     * @throws dync.runtime.UserError if model, data set, settings and device do not fit each other: images, readout, names
     *     of weights, classes, figures, presentation or precision
     */
    public static void check(DynModel model, Dataset data, Experiment experiment) {
        TrainingSettings settings = experiment.training();
        Fit.check(
                model.info(),
                data,
                Loaders.imageSize(data, experiment.transforms()),
                settings.readout().orElse(""));
        grouping(model, settings);
        Loss loss = loss(model, data, settings);
        Metrics metrics = Metrics.of(loss.names(), experiment.metrics());
        Stream.of(
                        settings.schedule().watches(),
                        settings.earlyStopping().map(EarlyStopping::monitor),
                        Optional.of(settings.keep().monitor()))
                .flatMap(Optional::stream)
                .forEach(monitor -> metrics.toImprove(monitor.metric()));
        try (Device device = Devices.parse(experiment.device())) {
            Support.check(experiment.precision(), device.is_cuda());
            // presentation and order of the images, as a trainer begins with them
            Loader train = Loaders.train(data, experiment);
            Showing showing = new Trials(model, data, experiment, device).showing();
            showing.requireImages(
                    train, "training", "set loading.drop_last: true, or change training.batch or data.train_limit");
            showing.requireImages(
                    Loaders.heldOut(data, experiment), "measuring it", "change testing.batch or data.validation_limit");
            Accumulation accumulation = new Accumulation(settings.accumulate(), settings.batch(), train.images());
            new Schedule(
                    settings.schedule(), settings.warmup(), new Timeline(settings.epochs(), accumulation.updates()));
        }
    }

    /** Freezes weights, and divides the others into groups. */
    static Grouping grouping(DynModel model, TrainingSettings settings) {
        Grouping.freeze(settings.freeze(), model.weights().values());
        return Grouping.of(
                settings.optimizer(),
                settings.decay(),
                settings.groups(),
                scale(settings),
                model.weights().values());
    }

    static Loss loss(DynModel model, Dataset data, TrainingSettings settings) {
        return new Loss(settings.loss(), new LossPlace(model.info(), data.classes()));
    }

    private static double scale(TrainingSettings settings) {
        return settings.scaleRate().factor((long) settings.batch() * settings.accumulate());
    }

    /** What the user should know of learning rates, once; empty where they are as written. */
    static List<String> remarks(Grouping grouping, TrainingSettings settings) {
        List<String> lines = new ArrayList<>();
        double scale = scale(settings);
        if (scale != 1) {
            lines.add("learning rates are scaled by " + Grouping.rounded(scale) + " for "
                    + settings.batch() * settings.accumulate() + " images an update: "
                    + Grouping.rounded(settings.optimizer().learningRate()) + " becomes "
                    + Grouping.rounded(settings.optimizer().learningRate() * scale));
        }
        if (!settings.groups().isEmpty()) {
            grouping.groups().forEach(group -> lines.add("group " + group));
        }
        if (!settings.freeze().isEmpty()) {
            lines.add("frozen: " + String.join(", ", settings.freeze()));
        }
        return lines;
    }
}
