package dync.protocol;

import dync.runtime.DynModel;
import dync.runtime.weights.Weights;
import dync.train.RunFolder;
import java.nio.file.Path;
import java.util.function.Consumer;

/** What a model has learned, for variants of it too. */
public interface TrainedWeights {
    /**
     * Loads all weights of a model. Those that are there and that the model does not have are left out and told: a variant
     * without recurrence has no use for its kernels.
     *
     * @param note hears of them, as lines for the user
     * @throws dync.runtime.BadFile if one that the model has is not there, or of another shape
     */
    void load(DynModel model, Consumer<String> note);

    /** Where they come from, in words. */
    String description();

    /** The newest checkpoint of a run that is whole. */
    static TrainedWeights of(RunFolder run) {
        return new TrainedWeights() {
            @Override
            public void load(DynModel model, Consumer<String> note) {
                run.loadVariant(model, note);
            }

            @Override
            public String description() {
                return run.path().getFileName() + ", " + run.position();
            }
        };
    }

    /** A safetensors file: weights as dync exports them, or one of the checkpoints of a run. */
    static TrainedWeights of(Path file) {
        return new TrainedWeights() {
            @Override
            public void load(DynModel model, Consumer<String> note) {
                Weights.loadVariant(model, file, note);
            }

            @Override
            public String description() {
                return file.getFileName().toString();
            }
        };
    }
}
