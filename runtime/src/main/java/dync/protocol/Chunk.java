package dync.protocol;

import dync.runtime.Responses;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Responses of some images that wait to be written, in memory that is taken once for all chunks of a condition. */
final class Chunk implements AutoCloseable {
    /** Tensors are allocated when the first image comes, and used again after {@link #clear}. */
    private final Map<String, Tensor> values = new LinkedHashMap<>();

    private final Map<String, boolean[]> present = new LinkedHashMap<>();
    private final int capacity;
    private final ScalarType type;
    private final long[] samples;
    private final long[] labels;
    private final StringBuilder lines = new StringBuilder();
    private int filled;

    Chunk(int capacity, ScalarType type) {
        this.capacity = capacity;
        this.type = type;
        this.samples = new long[capacity];
        this.labels = new long[capacity];
    }

    /** Images that are in it. */
    int filled() {
        return filled;
    }

    int room() {
        return capacity - filled;
    }

    /** Their lines of the table of answers, to which more are appended. */
    StringBuilder lines() {
        return lines;
    }

    /** Whether the areas of a run are there at the same steps as those that are in it. */
    boolean takes(Map<String, boolean[]> steps) {
        return filled == 0
                || steps.entrySet().stream().allMatch(one -> Arrays.equals(one.getValue(), present.get(one.getKey())));
    }

    /** Adds images of a batch; there has to be room. */
    void add(Responses responses, Map<String, boolean[]> steps, int from, int count) {
        present.putAll(steps);
        for (String name : steps.keySet()) {
            Tensor batch = value(responses, name);
            values.computeIfAbsent(name, missing -> allocate(batch))
                    .narrow(0, filled, count)
                    .copy_(batch.narrow(0, from, count));
        }
    }

    static Tensor value(Responses responses, String name) {
        return responses.answers().contains(name) ? responses.answer(name) : responses.response(name);
    }

    private Tensor allocate(Tensor like) {
        long[] shape = like.shape();
        shape[0] = capacity;
        try (PointerScope scope = new PointerScope()) {
            Tensor tensor = torch.empty(shape, new TensorOptions(type), null);
            tensor.retainReference();
            return tensor;
        }
    }

    /** Which image it is, once its responses have been added. */
    void name(long sample, long label) {
        samples[filled] = sample;
        labels[filled] = label;
        filled++;
    }

    /**
     * What goes into a file: each area and readout {@code [N, T, …]}, {@code present/NAME} {@code [T]}, {@code sample} and
     * {@code label} {@code [N]}; of the current scope.
     */
    Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        values.forEach((name, tensor) -> tensors.put(name, tensor.narrow(0, 0, filled)));
        present.forEach((name, steps) -> tensors.put("present/" + name, mask(steps)));
        tensors.put("sample", whole(samples));
        tensors.put("label", whole(labels));
        return tensors;
    }

    private static Tensor mask(boolean[] steps) {
        Tensor mask = torch.empty(new long[] {steps.length}, new TensorOptions(ScalarType.Bool), null);
        for (int i = 0; i < steps.length; i++) {
            mask.data_ptr_bool().put(i, steps[i]);
        }
        return mask;
    }

    private Tensor whole(long[] numbers) {
        Tensor tensor = torch.empty(new long[] {filled}, new TensorOptions(ScalarType.Long), null);
        tensor.data_ptr_long().put(numbers, 0, filled);
        return tensor;
    }

    void clear() {
        filled = 0;
        present.clear();
        lines.setLength(0);
    }

    @Override
    public void close() {
        values.values().forEach(Tensor::releaseReference);
        values.clear();
    }
}
