package dync.names;

import dync.runtime.BadFile;
import dync.runtime.DynModel;
import dync.runtime.UserError;
import dync.runtime.weights.Safetensors;
import dync.runtime.weights.Weight;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/** Writes the weights of a model under the names of elsewhere. */
public final class WeightExport {
    private WeightExport() {}

    /**
     * What the weights of a model are called there.
     *
     * @param names by weight
     * @param kept weights that are not there, by the reason
     * @param nameless weights that the map knows nothing of
     * @param clashes names that two weights would have
     */
    public record Names(
            NameMap map,
            Map<String, NameMap.Abroad> names,
            Map<String, String> kept,
            List<String> nameless,
            List<String> clashes) {

        private List<String> problems() {
            List<String> problems = new ArrayList<>(clashes);
            Report.groups(nameless).forEach(alike -> problems.add(Report.grouped(alike) + " has no name there"));
            return problems;
        }
    }

    /** The names of the map that knows the most weights; of equal ones that which is written for the model. */
    public static Names names(List<NameMap> maps, String model, Set<String> weights) {
        return maps.stream()
                .map(map -> names(map, weights))
                .min(Comparator.comparingInt((Names names) ->
                                names.nameless().size() + names.clashes().size())
                        .thenComparing(names -> !names.map().isFor(model)))
                .orElseThrow(() -> new IllegalArgumentException("no maps"));
    }

    private static Names names(NameMap map, Set<String> weights) {
        Map<String, NameMap.Abroad> names = new LinkedHashMap<>();
        Map<String, String> kept = new LinkedHashMap<>();
        Map<String, String> owners = new LinkedHashMap<>();
        List<String> nameless = new ArrayList<>();
        List<String> clashes = new ArrayList<>();
        for (String weight : weights) {
            Optional<NameMap.Abroad> abroad = map.abroad(weight, weights);
            Optional<String> absent = map.absent(weight);
            if (abroad.isEmpty()) {
                absent.ifPresentOrElse(because -> kept.put(weight, because), () -> nameless.add(weight));
                continue;
            }
            String owner = owners.putIfAbsent(abroad.get().name(), weight);
            if (owner != null) {
                clashes.add("'" + owner + "' and '" + weight + "' would both be '"
                        + abroad.get().name() + "'");
            }
            names.put(weight, abroad.get());
        }
        return new Names(map, names, kept, nameless, clashes);
    }

    /**
     * Writes a safetensors file.
     *
     * @param maps those that may be used
     * @return what was done, as lines for the user
     * @throws UserError if a weight has no name there, or two have the same
     * @throws BadFile if the file cannot be written
     */
    public static List<String> write(DynModel model, List<NameMap> maps, Path file) {
        Map<String, Weight> weights = model.weights();
        Names names = names(maps, model.info().name(), weights.keySet());
        if (!names.problems().isEmpty()) {
            throw new UserError(
                    model.info().name() + " cannot be written with the names of " + names.map() + ":\n  "
                            + String.join("\n  ", names.problems()),
                    "take another origin, or a map of your own with --map");
        }
        try (PointerScope scope = new PointerScope()) {
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            names.names().forEach((weight, abroad) -> {
                Tensor values = weights.get(weight).tensor().detach();
                boolean alone = abroad.vector() && values.dim() == 0;
                tensors.put(abroad.name(), alone ? values.reshape(1) : values);
            });
            Safetensors.write(
                    file,
                    tensors,
                    Map.of("model", model.info().name(), "names", names.map().origin()));
        }
        List<String> notes = new ArrayList<>();
        notes.add("names of " + names.map() + ": " + names.names().size() + " weights");
        names.kept().forEach((weight, because) -> notes.add("not written: '" + weight + "': " + because));
        return notes;
    }
}
