package dync.train.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * The figures of all epochs so far: what schedules, early stopping and the choice of checkpoints follow from. None of them
 * may depend on the clock, since a checkpoint holds them.
 */
public final class FigureHistory {
    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    /** Adds an epoch. */
    public void add(Map<String, Double> epoch) {
        epoch.forEach((name, value) ->
                figures.computeIfAbsent(name, missing -> new ArrayList<>()).add(value));
    }

    /** One value an epoch, by name. */
    public Map<String, List<Double>> all() {
        return Collections.unmodifiableMap(figures);
    }

    /** For a checkpoint, in double precision; the tensors belong to the current scope. */
    public Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new TreeMap<>();
        figures.forEach((name, values) -> {
            double[] plain = values.stream().mapToDouble(Double::doubleValue).toArray();
            Tensor tensor = torch.empty(new long[] {plain.length}, new TensorOptions(ScalarType.Double), null);
            tensor.data_ptr_double().put(plain, 0, plain.length);
            tensors.put(name, tensor);
        });
        return tensors;
    }

    /** Takes over what {@link #tensors} gave. */
    public void restore(Map<String, Tensor> tensors) {
        figures.clear();
        new TreeMap<>(tensors).forEach((name, tensor) -> {
            double[] plain = new double[Math.toIntExact(tensor.numel())];
            tensor.data_ptr_double().get(plain, 0, plain.length);
            List<Double> values = new ArrayList<>();
            for (double value : plain) {
                values.add(value);
            }
            figures.put(name, values);
        });
    }
}
