package dync.train;

import dync.data.Dataset;
import dync.data.load.Loader;
import dync.experiment.Experiment;
import dync.runtime.DynModel;
import dync.runtime.device.Determinism;
import dync.runtime.device.Devices;
import dync.runtime.device.Threads;
import dync.train.precision.Support;
import java.util.function.BooleanSupplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;

/** Tests what a run has learned on the images that it has not seen. */
public final class Tester {
    private Tester() {}

    /**
     * Loads the newest checkpoint that is whole into a model and shows it the test images as they were shown in
     * training.
     *
     * @param model built as the run's experiment says; moved to the device, the caller closes it
     * @param experiment usually {@code run.experiment()}; test limit, device and threads may differ
     * @param stop asked before every batch; true ends early with what was counted so far
     * @throws dync.runtime.BadFile if no checkpoint can be read or it is of another model
     * @throws dync.runtime.UserError if model and data set do not fit each other
     */
    public static TestResult test(
            RunFolder run,
            DynModel model,
            Dataset data,
            Experiment experiment,
            TrainingListener listener,
            BooleanSupplier stop) {
        if (experiment.threads() > 0) {
            Threads.use(experiment.threads());
        }
        try (PointerScope scope = new PointerScope()) {
            Device device = Devices.parse(experiment.device());
            Trials trials = new Trials(model, data, experiment, device);
            Support.check(experiment.precision(), device.is_cuda());
            Determinism.require(experiment.deterministic());
            model.to(device);
            model.products(experiment.precision());
            run.load(model, listener::note);
            Loader loader = Loaders.test(data, experiment);
            return Evaluation.run(model, trials, loader, listener, stop);
        }
    }
}
