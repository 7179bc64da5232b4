package dync.train;

import dync.runtime.DynModel;
import dync.runtime.weights.Weights;
import java.nio.file.Path;
import java.util.function.Consumer;

/** What a model has learned, for variants of it too. */
@FunctionalInterface
public interface TrainedWeights {
    /**
     * Loads all weights of a model. Those that are there and that the model does not have are left out and told: a variant
     * without recurrence has no use for its kernels.
     *
     * @param note hears of them, as lines for the user
     * @return where they come from, in words
     * @throws dync.runtime.BadFile if one that the model has is not there, or of another shape
     */
    String load(DynModel model, Consumer<String> note);

    /** One of the checkpoints of a run. */
    static TrainedWeights of(RunFolder run, CheckpointChoice choice) {
        return (model, note) -> run.path().getFileName() + ", " + run.load(model, choice, note);
    }

    /** A safetensors file: weights as dync exports them, or a checkpoint of any run. */
    static TrainedWeights of(Path file) {
        return (model, note) -> {
            Weights.loadVariant(model, file, note);
            return file.getFileName().toString();
        };
    }
}
