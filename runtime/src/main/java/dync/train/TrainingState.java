package dync.train;

import dync.experiment.Experiment;
import dync.runtime.DynModel;
import dync.train.optimise.Optimizer;
import org.bytedeco.pytorch.Device;

/**
 * What a checkpoint is taken of and restored into.
 *
 * @param order in words, what decides which images are in which batch; a run cannot go on in another order
 */
record TrainingState(DynModel model, Optimizer optimizer, Device device, String order) {
    static TrainingState of(DynModel model, Optimizer optimizer, Device device, Experiment experiment) {
        String order = "seed " + experiment.seed() + ", batch "
                + experiment.training().batch() + ", limit " + experiment.data().trainLimit();
        return new TrainingState(model, optimizer, device, order);
    }
}
