package dync.settings;

import dync.runtime.UserError;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Settings that cannot be used, with everything that is wrong with them. */
public final class BadSettings extends UserError {
    private static final long serialVersionUID = 1;

    /** A message should fit on a screen or two. */
    private static final int MOST_TOLD = 20;

    private final transient List<Problem> problems;

    /** @param problems at least one; those of one text are sorted by their place in it, and told once */
    public BadSettings(List<Problem> problems) {
        super(told(sorted(problems)), "");
        this.problems = sorted(problems);
    }

    private static String told(List<Problem> problems) {
        int more = problems.size() - MOST_TOLD;
        return problems.stream().limit(MOST_TOLD).map(Problem::shown).collect(Collectors.joining("\n"))
                + (more > 0 ? "\nand " + more + " more" : "");
    }

    /** One thing that is wrong. */
    public static BadSettings of(Place place, String message, String help) {
        return new BadSettings(List.of(new Problem(place, message, help)));
    }

    private static List<Problem> sorted(List<Problem> problems) {
        List<SettingsSource> sources = problems.stream()
                .map(problem -> problem.place().source())
                .distinct()
                .toList();
        Map<String, Problem> told = new LinkedHashMap<>();
        problems.forEach(problem -> told.putIfAbsent(problem.place() + problem.message(), problem));
        return told.values().stream()
                .sorted(Comparator.<Problem>comparingInt(
                                problem -> sources.indexOf(problem.place().source()))
                        .thenComparingInt(problem -> problem.place().line())
                        .thenComparingInt(problem -> problem.place().column()))
                .toList();
    }

    /** In the order of the texts, and of each text. */
    public List<Problem> problems() {
        return problems;
    }
}
