package dync.runtime;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;

/**
 * Which responses of areas and probes a run keeps. Kept with their gradient they hold the whole graph behind them, as a
 * loss on activity needs; otherwise they are copied at once, and the graph may go.
 */
public final class Recording {
    private final boolean everything;
    private final Set<String> names;
    private final boolean gradient;
    private final Optional<Reduction> reduction;

    private Recording(boolean everything, Set<String> names, boolean gradient, Optional<Reduction> reduction) {
        this.everything = everything;
        this.names = Set.copyOf(names);
        this.gradient = gradient;
        this.reduction = reduction;
    }

    public static Recording none() {
        return new Recording(false, Set.of(), false, Optional.empty());
    }

    public static Recording all() {
        return new Recording(true, Set.of(), false, Optional.empty());
    }

    /** Areas and probes by name. */
    public static Recording areas(String... names) {
        return areas(Set.of(names));
    }

    public static Recording areas(Set<String> names) {
        return new Recording(false, names, false, Optional.empty());
    }

    /** The same responses, with their gradient. */
    public Recording withGradient() {
        return new Recording(everything, names, true, reduction);
    }

    /** The same responses, of which only this is kept at each step; answers of readouts stay as they are. */
    public Recording reduced(Reduction by) {
        return new Recording(everything, names, gradient, Optional.of(by));
    }

    /** What is kept of the values of steps; null stays null. New tensors belong to the current scope. */
    Tensor[] reduced(Tensor[] steps) {
        if (reduction.isEmpty()) {
            return steps;
        }
        Tensor[] kept = new Tensor[steps.length];
        for (int i = 0; i < steps.length; i++) {
            // while a frame stays, what follows from it alone is one tensor
            kept[i] = i > 0 && Objects.equals(steps[i], steps[i - 1]) ? kept[i - 1] : reduced(steps[i]);
        }
        return kept;
    }

    private Tensor reduced(Tensor value) {
        if (value == null || gradient) {
            return value == null ? null : reduction.orElseThrow().of(value);
        }
        try (NoGrad off = NoGrad.begin()) {
            return reduction.orElseThrow().of(value);
        }
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
