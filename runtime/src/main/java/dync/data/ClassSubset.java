package dync.data;

import dync.runtime.Nearest;
import dync.runtime.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The images of some of the classes of a data set. */
public final class ClassSubset {
    private ClassSubset() {}

    /**
     * A view with the images of some classes only, in all splits.
     *
     * @param wanted classes by name, by id (a WordNet id, a folder's name) or by number
     * @param labels whether labels remain those of the whole set
     * @throws UserError if there is no such class, or two of that name
     */
    public static Dataset of(Dataset set, List<String> wanted, ClassLabels labels) {
        Set<Integer> chosen = new LinkedHashSet<>();
        for (String name : wanted) {
            chosen.add(label(set, name));
        }
        int[] renumbered = new int[set.classes().size()];
        Arrays.fill(renumbered, -1);
        List<Integer> order = List.copyOf(chosen);
        for (int i = 0; i < order.size(); i++) {
            renumbered[order.get(i)] = labels == ClassLabels.KEPT ? order.get(i) : i;
        }
        Map<Split, Images> parts = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            Images all = set.images(split);
            int[] kept = IntStream.range(0, all.size())
                    .filter(i -> renumbered[all.label(i)] >= 0)
                    .toArray();
            parts.put(split, ImageSubset.relabelled(all, kept, renumbered));
        }
        return labels == ClassLabels.KEPT
                ? new DatasetView(set, set.classes(), set.classIds(), parts)
                : new DatasetView(set, pick(set.classes(), order), pick(set.classIds(), order), parts);
    }

    private static List<String> pick(List<String> names, List<Integer> order) {
        return order.stream().map(names::get).toList();
    }

    /** The label of a class. */
    static int label(Dataset set, String wanted) {
        int byId = set.classIds().indexOf(wanted);
        if (byId >= 0) {
            return byId;
        }
        List<String> names = set.classes();
        int byName = names.indexOf(wanted);
        if (byName >= 0) {
            if (names.lastIndexOf(wanted) != byName) {
                throw new UserError(
                        set.name() + " has two classes called '" + wanted + "'",
                        "say which by id: " + set.classIds().get(byName) + " or "
                                + set.classIds().get(names.lastIndexOf(wanted)));
            }
            return byName;
        }
        if (wanted.matches("[0-9]{1,7}") && Integer.parseInt(wanted) < names.size()) {
            return Integer.parseInt(wanted);
        }
        List<String> known = new ArrayList<>(names);
        if (!set.classIds().equals(names)) {
            known.addAll(set.classIds());
        }
        throw new UserError(
                set.name() + " has no class '" + wanted + "'",
                known.size() > 40 && Nearest.to(wanted, known).isEmpty()
                        ? "it has " + names.size() + " classes, such as " + names.get(0) + " and "
                                + names.get(names.size() - 1)
                        : Nearest.advice(wanted, known));
    }
}
