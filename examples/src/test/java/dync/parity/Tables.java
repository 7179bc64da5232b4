package dync.parity;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.bytedeco.javacpp.PointerScope;

/** Tables of numbers: which rule a table falls under is told by what its lines state, not by its name. */
final class Tables {
    private static final Map<String, BiConsumer<ParityCase, Comparison>> BY_ARGUMENT = Map.of(
            "data_presentation_pattern", MaskRule::compare,
            "loader", LoaderRule::compare,
            "function", NoiseRule::compare,
            "dim_y", TopographyRule::compare,
            "history_length", DelayRule::compare,
            "n_params", InitRule::compare);

    private static final Map<String, BiConsumer<ParityCase, Comparison>> BY_TENSOR =
            Map.of("ce_loss", LossRule::compare, "roundrobin_order", LossRule::compareOrder);

    private Tables() {}

    /** @throws OutOfScope if there is no rule, or the rule does not go so far */
    static Comparison compare(ParityCase recorded) {
        List<BiConsumer<ParityCase, Comparison>> rules = rules(recorded);
        if (rules.isEmpty()) {
            throw new OutOfScope("no rule for this table");
        }
        Comparison comparison = new Comparison(recorded);
        try (PointerScope scope = new PointerScope()) {
            rules.forEach(rule -> rule.accept(recorded, comparison));
        }
        return comparison;
    }

    private static List<BiConsumer<ParityCase, Comparison>> rules(ParityCase recorded) {
        return recorded.rows().isEmpty()
                ? BY_TENSOR.entrySet().stream()
                        .filter(rule -> recorded.has(rule.getKey()))
                        .map(Map.Entry::getValue)
                        .toList()
                : BY_ARGUMENT.entrySet().stream()
                        .filter(rule -> recorded.rows().get(0).has(rule.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
    }
}
