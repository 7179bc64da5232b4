package dync.train;

import dync.runtime.DynModel;
import org.bytedeco.pytorch.Device;

/**
 * What a checkpoint is taken of and restored into.
 *
 * @param order in words, what decides which images are in which batch; a run cannot go on in another order
 */
record TrainingState(DynModel model, Optimizer optimizer, Device device, String order) {
    static TrainingState of(DynModel model, Optimizer optimizer, Device device, TrainingSettings settings) {
        String order = "seed " + settings.seed() + ", batch " + settings.batch() + ", limit " + settings.limit();
        return new TrainingState(model, optimizer, device, order);
    }
}
