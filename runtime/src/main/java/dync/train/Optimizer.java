package dync.train;

import dync.runtime.weights.Weight;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * Moves weights along their gradients. Unlike libtorch's own optimisers its memory can be read and set as named
 * tensors, so that a run continues bit for bit.
 */
public sealed interface Optimizer extends AutoCloseable permits Sgd, Adam {

    /**
     * One update of all weights that have a gradient.
     *
     * @param learningRate of this step
     */
    void step(double learningRate);

    /** Forgets all gradients, so that the next backward pass begins anew. */
    default void clearGradients() {
        for (Weight weight : weights()) {
            Tensor gradient = weight.tensor().mutable_grad();
            if (gradient.defined()) {
                gradient.reset();
            }
        }
    }

    /** The weights that it moves. */
    List<Weight> weights();

    /** What it remembers, by name: tensors that it goes on to own, for a checkpoint to write. */
    Map<String, Tensor> state();

    /**
     * Takes over copies of what an optimiser of the same kind remembered for the same weights.
     *
     * @throws IllegalArgumentException if a name is unknown or a shape differs
     */
    void restore(Map<String, Tensor> state);

    @Override
    void close();

    /** An optimiser for those of the weights that are trainable. Move the model to its device first. */
    static Optimizer of(OptimizerSettings settings, Collection<Weight> weights) {
        List<Weight> trainable = weights.stream().filter(Weight::trainable).toList();
        return switch (settings.kind()) {
            case SGD -> new Sgd(settings, trainable);
            case ADAM, ADAMW -> new Adam(settings, trainable);
        };
    }
}
