package dync.names;

import dync.runtime.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A {@link Matching} in words: what was done, and what stands in the way. */
public final class Report {
    private final Matching matching;

    public Report(Matching matching) {
        this.matching = matching;
    }

    /** What a user should know of a matching that is used. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("names of " + matching.map()
                + (matching.prefix().isEmpty() ? "" : ", without '" + matching.prefix() + "' before each") + ": "
                + (matching.pairs().size() - matching.misfits().size()) + " weights");
        matching.dropped().forEach((because, names) -> notes.add("left out: " + grouped(names) + ": " + because));
        matching.kept().forEach((because, names) -> notes.add("keeps its start: " + grouped(names) + ": " + because));
        return notes;
    }

    /** Every name and shape that does not fit, on both sides. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (List<String> alike : groups(matching.misfits().keySet())) {
            String weight = alike.get(0);
            problems.add("'" + matching.pairs().get(weight) + "' for '" + weight + "' "
                    + matching.misfits().get(weight)
                    + (alike.size() > 1 ? "; " + (alike.size() - 1) + " more like it" : ""));
        }
        TreeSet<String> missing = new TreeSet<>(matching.missing());
        for (List<String> alike : groups(matching.unknown().keySet())) {
            String name = alike.get(0);
            String meant = matching.unknown()
                    .get(name)
                    .orElse(name.substring(matching.prefix().length()));
            problems.add("the model has no weight for " + grouped(alike)
                    + Nearest.to(meant, missing)
                            .map(near -> "; near: '" + near + "'")
                            .orElse(""));
        }
        for (List<String> alike : groups(matching.missing())) {
            problems.add("the file has nothing for " + grouped(alike));
        }
        return problems;
    }

    /** Names that differ in their numbers only are told as one. */
    static Collection<List<String>> groups(Collection<String> names) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        names.forEach(name -> groups.computeIfAbsent(name.replaceAll("\\d+", "#"), first -> new ArrayList<>())
                .add(name));
        return groups.values();
    }

    static String grouped(List<String> names) {
        return "'" + names.get(0) + "'" + (names.size() > 1 ? " and " + (names.size() - 1) + " more" : "");
    }
}
