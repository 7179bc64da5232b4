package dync.parity;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dync.runtime.weights.Safetensors;
import dync.runtime.weights.TensorFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;

/** One recorded run: tensors, and what its metadata says of them. Tensors belong to the current scope. */
final class ParityCase implements AutoCloseable {
    private final TensorFile file;

    private ParityCase(TensorFile file) {
        this.file = file;
    }

    static ParityCase open(Path path) {
        return new ParityCase(Safetensors.open(path));
    }

    /** What was recorded: a whole {@code model}, a {@code module} stepped over time, a table of {@code data} … */
    String kind() {
        return text("kind").orElse("");
    }

    /** The class of the reference that was run. */
    String type() {
        return text("class").orElse("");
    }

    /** In words, what was called at each step. */
    String procedure() {
        return text("procedure").orElse("");
    }

    /** Whether batch statistics are taken from the batch, and values dropped. */
    boolean isTraining() {
        return text("train_mode").map(Boolean::parseBoolean).orElse(true);
    }

    Settings settings() {
        return new Settings(json("kwargs"));
    }

    /** The weights whose values follow the formula, by the name that the reference gives them. */
    Map<String, Formula> formulas() {
        Map<String, Formula> formulas = new LinkedHashMap<>();
        json("params").entrySet().forEach(entry -> formulas.put(entry.getKey(), Formula.of(entry.getValue())));
        return formulas;
    }

    /** All weights that the case names, those that kept the reference's own value too. */
    Set<String> parameters() {
        Set<String> names = new LinkedHashSet<>(json("params").keySet());
        names.addAll(json("kept").keySet());
        return names;
    }

    /** Weights to which the reference gives no gradient at all. */
    Set<String> withoutGradient() {
        Set<String> names = new LinkedHashSet<>();
        text("grad_none").map(JsonParser::parseString).ifPresent(list -> list.getAsJsonArray()
                .forEach(name -> names.add(name.getAsString())));
        return names;
    }

    /** What {@code <kind>/…} and its summaries are recorded of. */
    Set<String> recorded(String kind) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : file.tensors().keySet()) {
            for (String prefix : List.of(kind + "/", kind + "_stat/")) {
                if (name.startsWith(prefix)) {
                    names.add(name.substring(prefix.length()));
                }
            }
        }
        return names;
    }

    /** The limit of max|a - b| / max|b| for outputs, responses and the loss. */
    double outputTolerance() {
        return json("tolerance").get("output_response_loss").getAsDouble();
    }

    double gradientTolerance() {
        return json("tolerance").get("grad").getAsDouble();
    }

    boolean has(String tensor) {
        return file.has(tensor);
    }

    Tensor tensor(String name) {
        return file.read(name);
    }

    double[] values(String name) {
        return Numbers.of(tensor(name));
    }

    List<Long> shape(String tensor) {
        return file.tensors().get(tensor).shape();
    }

    /** At which steps something was there; everywhere if the case does not say. */
    boolean[] valid(String name, int steps) {
        List<Boolean> valid = new ArrayList<>();
        if (has(name)) {
            for (double there : values(name)) {
                valid.add(there != 0);
            }
        }
        boolean[] flags = new boolean[steps];
        for (int step = 0; step < steps; step++) {
            flags[step] = valid.isEmpty() || valid.get(step);
        }
        return flags;
    }

    /** Whether a stimulus is absent at some steps. */
    boolean hasGaps(String stimulus) {
        return has(stimulus + "_valid")
                && Arrays.stream(values(stimulus + "_valid")).anyMatch(there -> there == 0);
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(file.metadata().get(key));
    }

    private JsonObject json(String key) {
        return text(key)
                .map(JsonParser::parseString)
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject)
                .orElseGet(JsonObject::new);
    }

    @Override
    public void close() {
        file.close();
    }
}
