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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.pytorch.Tensor;

/** One recorded run: tensors, and what its metadata says of them. Tensors belong to the current scope. */
final class ParityCase implements AutoCloseable {
    private static final Pattern TABLE_TOLERANCE = Pattern.compile("floats rtol ([0-9.e-]+)");

    private static final Set<String> STEP_ARGUMENTS = Set.of(
            "activity_loss_weight",
            "criterion_params",
            "data_presentation_pattern",
            "loss_reaction_time",
            "n_timesteps",
            "non_input_value",
            "non_label_index",
            "shuffle_presentation_pattern");

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

    /** The constructor arguments, without those that matter to a training step alone. */
    Settings settings() {
        Settings all = new Settings(json("kwargs"));
        return kind().equals("pipeline") ? all.without(STEP_ARGUMENTS) : all;
    }

    /** What a training step shows, asks and minimises. */
    Settings stepSettings() {
        return new Settings(json("kwargs")).only(STEP_ARGUMENTS);
    }

    /** What loss on activity watches, by the module's name: {@code absolute} or {@code signed}. */
    Map<String, String> monitors() {
        Map<String, String> monitors = new LinkedHashMap<>();
        json("activity_monitors")
                .entrySet()
                .forEach(entry -> monitors.put(entry.getKey(), entry.getValue().getAsString()));
        return monitors;
    }

    /** The layers of a model, in their order. */
    List<String> layers() {
        List<String> layers = new ArrayList<>();
        text("layer_names").map(JsonParser::parseString).ifPresent(list -> list.getAsJsonArray()
                .forEach(layer -> layers.add(layer.getAsString())));
        return layers;
    }

    /** The lines of a table: the arguments of each, in the order of the tensors' first number. */
    List<JsonObject> rows() {
        List<JsonObject> rows = new ArrayList<>();
        text("rows").map(JsonParser::parseString).ifPresent(list -> list.getAsJsonArray()
                .forEach(row -> rows.add(row.getAsJsonObject())));
        return rows;
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

    /** The tensors whose names begin so, in the order of their names. */
    List<String> tensors(String prefix) {
        return file.tensors().keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .sorted()
                .toList();
    }

    /** The limit of max|a - b| / max|b| for outputs, responses and the loss. */
    double outputTolerance() {
        return json("tolerance").get("output_response_loss").getAsDouble();
    }

    /** The same for a table, whose tolerance is in words. */
    double tableTolerance() {
        Matcher stated = TABLE_TOLERANCE.matcher(text("tolerance").orElse(""));
        if (!stated.find()) {
            throw new OutOfScope("no tolerance is stated");
        }
        return Double.parseDouble(stated.group(1));
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
