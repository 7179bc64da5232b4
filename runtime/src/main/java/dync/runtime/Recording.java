package dync.runtime;

import java.util.Set;

/**
 * Which responses of areas and probes a run keeps. Kept with their gradient they hold the whole graph behind them, as a
 * loss on activity needs; otherwise they are copied at once, and the graph may go.
 */
public final class Recording {
    private final boolean everything;
    private final Set<String> names;
    private final boolean gradient;

    private Recording(boolean everything, Set<String> names, boolean gradient) {
        this.everything = everything;
        this.names = Set.copyOf(names);
        this.gradient = gradient;
    }

    public static Recording none() {
        return new Recording(false, Set.of(), false);
    }

    public static Recording all() {
        return new Recording(true, Set.of(), false);
    }

    /** Areas and probes by name. */
    public static Recording areas(String... names) {
        return areas(Set.of(names));
    }

    public static Recording areas(Set<String> names) {
        return new Recording(false, names, false);
    }

    /** The same responses, with their gradient. */
    public Recording withGradient() {
        return new Recording(everything, names, true);
    }

    public boolean wants(String name) {
        return everything || names.contains(name);
    }

    public boolean keepsGradient() {
        return gradient;
    }

    /** @throws UserError if the model has no area or probe of a name that is asked for */
    void check(ModelInfo info) {
        for (String name : names) {
            if (info.area(name).isEmpty()) {
                throw new UserError(
                        info.name() + " has no area or probe '" + name + "' to record",
                        Nearest.advice(
                                name,
                                info.areas().stream().map(ModelInfo.Area::name).toList()));
            }
        }
    }
}
