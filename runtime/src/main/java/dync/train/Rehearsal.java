package dync.train;

import dync.runtime.DynModel;
import dync.runtime.weights.Weight;
import dync.train.memory.MemoryCheck;
import dync.train.optimise.Optimizer;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/** Finds out before training whether its memory will suffice. */
final class Rehearsal {
    private Rehearsal() {}

    /**
     * Runs forward and backward on few images. Weights that have no values yet are drawn; what a run moves by itself is
     * put back.
     *
     * @param batch images in a batch of the training that is to come
     * @throws dync.runtime.UserError if it would need more memory than there is
     */
    static void run(DynModel model, Trials trials, Optimizer optimizer, int batch, long seed) {
        try (PointerScope scope = new PointerScope()) {
            Map<Weight, Tensor> statistics = new HashMap<>();
            for (Weight weight : model.weights().values()) {
                if (!weight.isSet()) {
                    weight.initialise(seed);
                }
                if (!weight.trainable()) {
                    statistics.put(weight, weight.tensor().clone());
                }
            }
            try {
                MemoryCheck.run(batch, trials.images(), images -> trials.rehearse(images, optimizer.weights()));
            } finally {
                statistics.forEach(Weight::assign);
            }
        }
    }
}
