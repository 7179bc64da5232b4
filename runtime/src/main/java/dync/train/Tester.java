package dync.train;

import dync.data.Dataset;
import dync.data.load.Loader;
import dync.experiment.Experiment;
import dync.runtime.DynModel;
import java.util.function.BooleanSupplier;
import org.bytedeco.javacpp.PointerScope;

/** Tests what a run has learned on the images that it has not seen. */
public final class Tester {
    private Tester() {}

    /**
     * Gives a model what it has learned and shows it the test images as they were shown in training.
     *
     * @param weights usually {@code TrainedWeights.of(run, CheckpointChoice.NEWEST)}
     * @param model built as the run's experiment says; moved to the device, the caller closes it
     * @param experiment usually {@code run.experiment()}; test limit, device and threads may differ
     * @param stop asked before every batch; true ends early with what was counted so far
     * @throws dync.runtime.BadFile if the weights cannot be read or are of another model
     * @throws dync.runtime.UserError if model and data set do not fit each other
     */
    public static TestResult test(
            TrainedWeights weights,
            DynModel model,
            Dataset data,
            Experiment experiment,
            TrainingListener listener,
            BooleanSupplier stop) {
        try (PointerScope scope = new PointerScope()) {
            Machine machine = Machine.of(experiment);
            Trials trials = new Trials(model, data, experiment, machine.device());
            Loader loader = Loaders.test(data, experiment);
            trials.showing().requireImages(loader, "the test", "change testing.batch or data.test_limit");
            machine.take(model);
            weights.load(model, listener::note);
            return Evaluation.run(model, trials, loader, listener, stop);
        }
    }
}
