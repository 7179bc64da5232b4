package dync.runtime.weights;

import dync.runtime.BadFile;
import dync.runtime.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
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

    /**
     * Gives a variant of a model its weights from a file: those that it does not have are left out.
     *
     * @param note hears of them, as a line for the user
     * @throws BadFile if the file is damaged, or lacks a weight of the variant or has it in another shape; then the model
     *     keeps its values
     */
    public static void loadVariant(Weighted model, Path path, Consumer<String> note) {
        try (PointerScope scope = new PointerScope();
                TensorFile file = Safetensors.open(path)) {
            Map<String, Tensor> saved = new TreeMap<>();
            // what a checkpoint holds beside weights has a slash in its name, and the name of a weight has none
            file.tensors().keySet().stream()
                    .filter(name -> !name.contains("/"))
                    .forEach(name -> saved.put(name, file.read(name)));
            assign(model, path, saved, note);
        }
    }

    /** The same from tensors that were read from a file. */
    public static void assign(Weighted model, Path path, Map<String, Tensor> saved, Consumer<String> note) {
        List<String> problems = new ArrayList<>();
        TreeSet<String> unused = new TreeSet<>(saved.keySet());
        unused.removeAll(model.weights().keySet());
        for (Weight weight : model.weights().values()) {
            Tensor tensor = saved.get(weight.name());
            if (tensor == null) {
                problems.add("'" + weight.name() + "' is missing" + near(weight.name(), unused));
            } else if (!Arrays.equals(tensor.shape(), weight.shape())) {
                problems.add("'" + weight.name() + "' has shape " + Arrays.toString(tensor.shape())
                        + ", the model's is " + Arrays.toString(weight.shape()));
            }
        }
        if (!problems.isEmpty()) {
            throw new BadFile(
                    path,
                    "the model has weights that were not trained:\n  " + String.join("\n  ", problems),
                    "a variant may leave weights out, but has no values for others; take other parameters");
        }
        for (Weight weight : model.weights().values()) {
            weight.assign(saved.get(weight.name()));
        }
        if (!unused.isEmpty()) {
            note.accept("not in this variant of the model: " + String.join(", ", unused));
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
            if (!Arrays.equals(entry.sizes(), weight.shape())) {
                problems.add("'" + weight.name() + "' has shape " + entry.shape() + ", the model's is "
                        + Arrays.toString(weight.shape()));
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
