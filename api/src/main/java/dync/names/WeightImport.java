package dync.names;

import dync.runtime.BadFile;
import dync.runtime.DynModel;
import dync.runtime.weights.NamedTensors;
import dync.runtime.weights.TensorType;
import dync.runtime.weights.Weight;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/** Gives a model the weights of a file from elsewhere. */
public final class WeightImport {
    private WeightImport() {}

    /**
     * Gives every weight the tensor that a map finds for it.
     *
     * @param maps those that may be used; the one that leaves the fewest names over is
     * @param model with values already, for weights that the file does not have
     * @param partial whether names may be left over and tensors may not fit; such weights keep their values
     * @return what was done, as lines for the user
     * @throws BadFile if anything is left over or does not fit, with all that it is; then the model keeps its values
     */
    public static List<String> into(DynModel model, NamedTensors file, List<NameMap> maps, boolean partial) {
        Map<String, Weight> weights = model.weights();
        Matching matching = Matching.best(maps, model.info().name(), file.types(), weights);
        Report report = new Report(matching);
        List<String> problems = new ArrayList<>(report.problems());
        differing(matching, file).forEach(problems::add);
        Set<String> fitting = new LinkedHashSet<>(matching.pairs().keySet());
        fitting.removeAll(matching.misfits().keySet());
        if (!problems.isEmpty() && (!partial || fitting.isEmpty())) {
            throw new BadFile(
                    file.path(),
                    "does not fit " + model.info().name() + " by the names of " + matching.map() + ":\n  "
                            + String.join("\n  ", problems),
                    help(matching, file.types()));
        }
        for (String name : fitting) {
            try (PointerScope scope = new PointerScope()) {
                Weight weight = weights.get(name);
                weight.assign(file.read(matching.pairs().get(name)).reshape(weight.shape()));
            }
        }
        List<String> notes = new ArrayList<>(file.notes());
        notes.addAll(report.notes());
        problems.forEach(problem -> notes.add("passed over: " + problem));
        return notes;
    }

    /** A weight that is in the file twice has to be the same both times. */
    private static List<String> differing(Matching matching, NamedTensors file) {
        List<String> problems = new ArrayList<>();
        matching.again()
                .forEach((weight, names) -> names.forEach(name -> {
                    String first = matching.pairs().get(weight);
                    try (PointerScope scope = new PointerScope()) {
                        Tensor one = file.read(first);
                        Tensor other = file.read(name);
                        if (!one.equal(other)) {
                            problems.add("'" + first + "' and '" + name + "' are both '" + weight + "' and differ");
                        }
                    }
                }));
        return problems;
    }

    private static String help(Matching matching, Map<String, TensorType> types) {
        Set<Long> classes = new LinkedHashSet<>();
        matching.misfits().keySet().forEach(weight -> {
            List<Long> shape = types.get(matching.pairs().get(weight)).shape();
            classes.add(shape.isEmpty() ? 0 : shape.get(0));
        });
        boolean onlyReadout = matching.unknown().isEmpty()
                && matching.missing().isEmpty()
                && classes.size() == 1
                && matching.misfits().size() <= 3;
        return onlyReadout
                ? "if it answers with " + classes.iterator().next() + " classes: --set n_classes="
                        + classes.iterator().next() + "; or --partial, and these weights keep their start"
                : "choose model and parameters as the file was trained with, or other names with --from; --partial"
                        + " imports what fits";
    }
}
