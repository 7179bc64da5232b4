package dync.names;

import dync.runtime.weights.TensorType;
import dync.runtime.weights.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a map makes of the names of a file and of a model.
 *
 * @param prefix what stands before all names of the file and is left out
 * @param pairs the tensor of the file for each weight that gets one
 * @param again further names of the file for a weight that has its tensor
 * @param dropped names of the file that are no weights here, by the reason
 * @param kept weights that are not in such files, by the reason
 * @param unknown names of the file that nothing is known of, and the weight that each would be
 * @param missing weights that the file should have
 * @param misfits weights whose tensor does not fit, and how
 */
public record Matching(
        NameMap map,
        String prefix,
        Map<String, String> pairs,
        Map<String, List<String>> again,
        Map<String, List<String>> dropped,
        Map<String, List<String>> kept,
        Map<String, Optional<String>> unknown,
        List<String> missing,
        Map<String, String> misfits) {

    /** What programs put before all names of a model. */
    private static final List<String> PREFIXES = List.of("module.", "_orig_mod.", "model.");

    /**
     * The map under which no name is left over; without one, of those that are written for the model that which leaves
     * the fewest.
     */
    public static Matching best(
            List<NameMap> maps, String model, Map<String, TensorType> file, Map<String, Weight> weights) {
        List<Matching> all = new ArrayList<>();
        String prefix = prefix(file);
        for (NameMap map : maps) {
            all.add(of(map, "", file, weights));
            if (!prefix.isEmpty()) {
                all.add(of(map, prefix, file, weights));
            }
        }
        return all.stream()
                .min(Comparator.comparing((Matching matching) -> matching.leftOver() > 0)
                        .thenComparing(matching -> !matching.map().isFor(model))
                        .thenComparingInt(Matching::leftOver))
                .orElseThrow(() -> new IllegalArgumentException("no maps"));
    }

    private static String prefix(Map<String, TensorType> file) {
        String prefix = "";
        boolean longer = true;
        while (longer) {
            String before = prefix;
            Optional<String> next = PREFIXES.stream()
                    .filter(more -> file.keySet().stream().allMatch(name -> name.startsWith(before + more)))
                    .findFirst();
            prefix += next.orElse("");
            longer = next.isPresent() && !file.isEmpty();
        }
        return prefix;
    }

    private static Matching of(NameMap map, String prefix, Map<String, TensorType> file, Map<String, Weight> weights) {
        Map<String, String> pairs = new LinkedHashMap<>();
        Map<String, List<String>> again = new LinkedHashMap<>();
        Map<String, List<String>> dropped = new TreeMap<>();
        Map<String, Optional<String>> unknown = new LinkedHashMap<>();
        Map<String, String> misfits = new LinkedHashMap<>();
        file.forEach((name, type) -> {
            NameMap.Landing landing = map.land(name.substring(prefix.length()), weights.keySet());
            if (landing instanceof NameMap.Lands lands) {
                if (pairs.putIfAbsent(lands.weight(), name) == null) {
                    misfit(weights.get(lands.weight()), type).ifPresent(how -> misfits.put(lands.weight(), how));
                } else {
                    again.computeIfAbsent(lands.weight(), first -> new ArrayList<>())
                            .add(name);
                }
            } else if (landing instanceof NameMap.Dropped drop) {
                dropped.computeIfAbsent(drop.because(), first -> new ArrayList<>())
                        .add(name);
            } else if (landing instanceof NameMap.Unknown none) {
                unknown.put(name, none.meant());
            }
        });
        Map<String, List<String>> kept = new TreeMap<>();
        List<String> missing = new ArrayList<>();
        for (String weight : weights.keySet()) {
            if (!pairs.containsKey(weight)) {
                map.absent(weight)
                        .map(because -> kept.computeIfAbsent(because, first -> new ArrayList<>()))
                        .orElse(missing)
                        .add(weight);
            }
        }
        return new Matching(map, prefix, pairs, again, dropped, kept, unknown, missing, misfits);
    }

    /** Axes of length one do not matter: the numbers lie in the same order. */
    private static Optional<String> misfit(Weight weight, TensorType type) {
        List<Long> own = Arrays.stream(weight.shape()).boxed().toList();
        if (!longAxes(own).equals(longAxes(type.shape()))) {
            return Optional.of("has shape " + type.shape() + ", the model's is " + own);
        }
        return type.dtype().floating() ? Optional.empty() : Optional.of("is of whole numbers (" + type.dtype() + ")");
    }

    private static List<Long> longAxes(List<Long> shape) {
        return shape.stream().filter(size -> size != 1).toList();
    }

    private int leftOver() {
        return unknown.size() + missing.size();
    }

    /** Whether every name has found its place and every tensor fits. */
    public boolean complete() {
        return leftOver() == 0 && misfits.isEmpty();
    }
}
