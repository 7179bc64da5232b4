package dync.train.optimise;

import dync.runtime.weights.Weight;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** The tensors that an optimiser keeps from step to step: one of each kind for every weight, and the count of steps. */
final class OptimizerState implements AutoCloseable {
    private static final String STEPS = "steps";

    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final Tensor steps;

    /** Begins with a count of no steps. */
    OptimizerState() {
        try (PointerScope scope = new PointerScope()) {
            steps = hold(torch.zeros(new long[] {1}, new TensorOptions(ScalarType.Long)));
        }
        tensors.put(STEPS, steps);
    }

    /** Remembers zeros of each kind for a weight. */
    void add(Weight weight, List<String> kinds) {
        try (PointerScope scope = new PointerScope()) {
            for (String kind : kinds) {
                tensors.put(
                        weight.name() + "/" + kind,
                        hold(torch.zeros_like(weight.tensor().detach())));
            }
        }
    }

    private static Tensor hold(Tensor tensor) {
        tensor.retainReference();
        return tensor;
    }

    /** What is kept of a kind for a weight. */
    Tensor of(Weight weight, String kind) {
        return tensors.get(weight.name() + "/" + kind);
    }

    /** Counts a step; the first is 1. */
    long count() {
        try (LongPointer value = steps.data_ptr_long()) {
            long next = value.get() + 1;
            value.put(next);
            return next;
        }
    }

    Map<String, Tensor> all() {
        return Collections.unmodifiableMap(tensors);
    }

    void restore(Map<String, Tensor> state) {
        if (!state.keySet().equals(tensors.keySet())) {
            throw new IllegalArgumentException(
                    "an optimiser that remembers " + tensors.keySet() + " cannot go on with " + state.keySet());
        }
        state.forEach((name, values) -> {
            Tensor own = tensors.get(name);
            if (!Arrays.equals(own.shape(), values.shape())) {
                throw new IllegalArgumentException("'" + name + "' of the optimiser has shape "
                        + Arrays.toString(own.shape()) + ", not " + Arrays.toString(values.shape()));
            }
            own.copy_(values);
        });
    }

    @Override
    public void close() {
        tensors.values().forEach(Tensor::releaseReference);
        tensors.clear();
    }
}
