package dync.train;

import dync.data.Dataset;
import dync.data.Split;
import dync.data.load.Loader;
import dync.data.load.LoaderSettings;
import dync.runtime.DynModel;
import dync.runtime.device.Devices;
import dync.runtime.device.Threads;
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
     * @param model built as the run's configuration says; moved to the device, the caller closes it
     * @param settings usually {@code run.config().training()}; test limit, device and threads may differ
     * @param stop asked before every batch; true ends early with what was counted so far
     * @throws dync.runtime.BadFile if no checkpoint can be read or it is of another model
     * @throws dync.runtime.UserError if model and data set do not fit each other
     */
    public static TestResult test(
            RunFolder run,
            DynModel model,
            Dataset data,
            TrainingSettings settings,
            TrainingListener listener,
            BooleanSupplier stop) {
        if (settings.threads() > 0) {
            Threads.use(settings.threads());
        }
        try (PointerScope scope = new PointerScope()) {
            Device device = Devices.parse(settings.device());
            Trials trials = new Trials(model, data, settings, device);
            model.to(device);
            run.load(model, listener::note);
            Loader loader = new Loader(
                    data, Split.TEST, LoaderSettings.inOrder(settings.batch()).limitedTo(settings.testLimit()));
            return Evaluation.run(model, trials, loader, settings.seed(), listener, stop);
        }
    }
}
