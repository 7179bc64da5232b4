package dync.settings;

import dync.runtime.UserError;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Settings that cannot be used, with everything that is wrong with them. */
public final class BadSettings extends UserError {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /** @param problems at least one; those of one text are sorted by their place in it */
    public BadSettings(List<Problem> problems) {
        super(sorted(problems).stream().map(Problem::shown).collect(Collectors.joining("\n")), "");
        this.problems = sorted(problems);
    }

    /** One thing that is wrong. */
    public static BadSettings of(Place place, String message, String help) {
        return new BadSettings(List.of(new Problem(place, message, help)));
    }

    private static List<Problem> sorted(List<Problem> problems) {
        List<SettingsSource> sources =
                problems.stream().map(problem -> problem.place().source()).distinct().toList();
        return problems.stream()
                .distinct()
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
