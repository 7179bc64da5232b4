package dync.train;

import dync.experiment.Experiment;
import dync.runtime.DynModel;
import dync.train.optimise.Optimizer;
import dync.train.policy.FigureHistory;
import dync.train.precision.LossScaler;
import org.bytedeco.pytorch.Device;

/**
 * What a checkpoint is taken of and restored into.
 *
 * @param history figures of the epochs so far
 * @param scaler of the losses, in half precision
 * @param order in words, what decides which images are in which batch; a run cannot go on in another order
 */
record TrainingState(
        DynModel model, Optimizer optimizer, FigureHistory history, LossScaler scaler, Device device, String order) {
    static TrainingState of(
            DynModel model,
            Optimizer optimizer,
            FigureHistory history,
            LossScaler scaler,
            Device device,
            Experiment experiment) {
        String order = "seed " + experiment.seed() + ", batch "
                + experiment.training().batch() + ", limit " + experiment.data().trainLimit();
        int accumulate = experiment.training().accumulate();
        order += accumulate > 1 ? ", accumulate " + accumulate : "";
        return new TrainingState(model, optimizer, history, scaler, device, order);
    }
}
