package dync.lsp.feature;

import dync.compiler.describe.Description;
import dync.compiler.describe.Figures;
import java.util.List;
import java.util.Optional;

/** A model in one line: {@code 2.3 M parameters · 7 steps latency}. */
public final class Summary {
    private Summary() {}

    public static String of(Description description) {
        String count = parameters(description.total().parameters());
        return latency(description).map(steps -> count + " · " + steps).orElse(count);
    }

    /** {@code 2.3 M parameters}. */
    public static String parameters(long count) {
        return Figures.large(count) + (count == 1 ? " parameter" : " parameters");
    }

    /** When the readouts answer the stimulus: the first and the last of them. */
    private static Optional<String> latency(Description description) {
        List<Integer> steps = description.places(Description.Role.READOUT).stream()
                .flatMap(readout -> readout.arrival().image().stream())
                .map(step -> step - description.clock().idle())
                .sorted()
                .toList();
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        int first = steps.get(0);
        int last = steps.get(steps.size() - 1);
        return Optional.of((first == last ? "" : first + " to ") + Figures.steps(last) + " latency");
    }
}
