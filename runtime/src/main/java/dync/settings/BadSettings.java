package dync.settings;

import dync.runtime.UserError;
import java.util.List;
import java.util.stream.Collectors;

/** Settings that cannot be used, with everything that is wrong with them. */
public final class BadSettings extends UserError {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    BadSettings(List<Problem> problems) {
        super(problems.stream().map(Problem::shown).collect(Collectors.joining("\n")), "");
        this.problems = List.copyOf(problems);
    }

    /** At least one, in the order of the text. */
    public List<Problem> problems() {
        return problems;
    }
}
