package dync.lsp.analysis;

import dync.compiler.describe.Description;
import dync.compiler.describe.Figures;
import dync.compiler.source.Span;
import dync.compiler.value.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How one place of a model reaches another.
 *
 * @param stated where the text says so; the name of the target where it says nothing
 * @param known what the compiler knows of it; empty where the model could not be built
 * @param step the step of the clock in ms; empty where the model could not be built
 * @param delay the delay as it is written; empty where none is
 */
public record Link(
        Description.Kind kind,
        String source,
        String target,
        Span stated,
        Optional<Description.Connection> known,
        Optional<Rational> step,
        Optional<String> delay) {

    /** In words, without the ends: {@code feedback, 30 ms, 15 steps, multiplicative}. */
    public String detail() {
        List<String> parts = new ArrayList<>(List.of(kind.name().toLowerCase(Locale.ROOT)));
        timing().ifPresent(parts::add);
        known.flatMap(Description.Connection::through).ifPresent(through -> parts.add("through " + through));
        known.flatMap(Description.Connection::combine)
                .filter(how -> !how.equals("additive"))
                .ifPresent(parts::add);
        return String.join(", ", parts);
    }

    private Optional<String> timing() {
        if (known.isPresent() && step.isPresent()) {
            int steps = known.get().delay();
            return kind == Description.Kind.FEEDFORWARD && steps == 0
                    ? Optional.empty()
                    : Optional.of(Figures.time(steps, step.get()) + (steps == 0 ? "" : ", " + Figures.steps(steps)));
        }
        return delay.map(written -> "delay = " + written);
    }
}
