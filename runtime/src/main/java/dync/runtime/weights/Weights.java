package dync.runtime.weights;

import dync.runtime.BadFile;
import dync.runtime.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/** The weights of a model in a safetensors file, one tensor for each weight, by its name. */
public final class Weights {
    private Weights() {}

    /** Writes all weights, trained or not, in their own precision. */
    public static void save(Weighted model, Path path, Map<String, String> metadata) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        model.weights().forEach((name, weight) -> tensors.put(name, weight.tensor()));
        Safetensors.write(path, tensors, metadata);
    }

    /**
     * Reads all weights, brought to the model's precision and device.
     *
     * @throws BadFile if the file is damaged, or its names or shapes are not the model's: then all that differs is told
     *     at once, and the model keeps its values
     */
    public static void load(Weighted model, Path path) {
        try (TensorFile file = Safetensors.open(path)) {
            load(model, file);
        }
    }

    /** The same from an open file. */
    public static void load(Weighted model, TensorFile file) {
        List<String> problems = problems(model.weights(), file.tensors());
        if (!problems.isEmpty()) {
            throw new BadFile(
                    file.path(),
                    "these are not the weights of this model:\n  " + String.join("\n  ", problems),
                    "load the weights of the same model, compiled with the same settings");
        }
        for (Weight weight : model.weights().values()) {
            try (PointerScope scope = new PointerScope()) {
                weight.assign(file.read(weight.name()));
            }
        }
    }

    private static List<String> problems(Map<String, Weight> weights, Map<String, TensorEntry> tensors) {
        TreeSet<String> unknown = new TreeSet<>(tensors.keySet());
        unknown.removeAll(weights.keySet());
        List<String> problems = new ArrayList<>();
        for (Weight weight : weights.values()) {
            TensorEntry entry = tensors.get(weight.name());
            if (entry == null) {
                problems.add("'" + weight.name() + "' is missing" + near(weight.name(), unknown));
                continue;
            }
            if (!java.util.Arrays.equals(entry.sizes(), weight.shape())) {
                problems.add("'" + weight.name() + "' has shape " + entry.shape() + ", the model's is "
                        + java.util.Arrays.toString(weight.shape()));
            } else if (!entry.dtype().floating()) {
                problems.add("'" + weight.name() + "' is of whole numbers (" + entry.dtype() + ")");
            }
        }
        TreeSet<String> missing = new TreeSet<>(weights.keySet());
        missing.removeAll(tensors.keySet());
        unknown.forEach(name -> problems.add("'" + name + "' is no weight of the model" + near(name, missing)));
        return problems;
    }

    private static String near(String name, TreeSet<String> among) {
        return Nearest.to(name, among).map(found -> "; near: '" + found + "'").orElse("");
    }
}
