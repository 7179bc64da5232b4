package dync.train;

import dync.experiment.Experiment;
import dync.runtime.DynModel;
import dync.runtime.UserError;
import dync.runtime.device.Determinism;
import dync.runtime.device.Devices;
import dync.runtime.device.Threads;
import dync.runtime.weights.Precision;
import dync.train.precision.Support;
import org.bytedeco.pytorch.Device;

/**
 * What an experiment wants of the machine, the same in training and in every test.
 *
 * @param device where the model runs; of the scope in which {@link #of} was called
 */
public record Machine(Device device, Precision precision) {
    /**
     * Sets up threads and determinism for the whole process.
     *
     * @throws UserError if the machine has no such device, or the device not this precision
     */
    public static Machine of(Experiment experiment) {
        if (experiment.threads() > 0) {
            Threads.use(experiment.threads());
        }
        Device device = Devices.parse(experiment.device());
        Support.check(experiment.precision(), device.is_cuda());
        Determinism.require(experiment.deterministic());
        return new Machine(device, experiment.precision());
    }

    /** Moves a model there, to compute in this precision. */
    public void take(DynModel model) {
        model.to(device);
        model.products(precision);
    }
}
