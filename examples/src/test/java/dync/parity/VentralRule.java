package dync.parity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code examples/ventral.dyn} in the place of the library's DyRCNNx4, wherever its parameters reach. */
final class VentralRule {
    private static final Set<String> SHARED = Set.of(
            "n_classes",
            "channels",
            "height",
            "width",
            "dt",
            "tau",
            "t_feedforward",
            "t_recurrence",
            "t_skip",
            "t_feedback",
            "skip",
            "supralinearity",
            "train_tau");

    /** What the example has no parameter for, with the value that it stands for. */
    private static final Map<String, String> FIXED = Map.of(
            "record_dynamics", "false",
            "recurrence_target", "output",
            "feedforward_only", "false",
            "input_adaption_weight", "0",
            "bias", "true",
            "memory", "committed",
            "idle_timesteps", "0",
            "truncated_bptt_timesteps", "0");

    private VentralRule() {}

    /** @return empty where it is another model, or one that the example cannot be */
    static Optional<Subject> of(Subject zoo) {
        if (!zoo.model().equals("DyRCNNx4") || zoo.source().equals(Rules.EXAMPLE.toString())) {
            return Optional.empty();
        }
        Map<String, String> settings = new HashMap<>();
        for (Map.Entry<String, String> setting : zoo.settings().entrySet()) {
            String name = setting.getKey();
            if (SHARED.contains(name)) {
                settings.put(name, setting.getValue());
            } else if (FIXED.containsKey(name) && !FIXED.get(name).equals(setting.getValue())) {
                return Optional.empty();
            }
        }
        Map<String, String> given = zoo.settings();
        settings.put("recurrence", given.get("recurrence_type"));
        settings.put("feedback", given.get("feedback").equals("true") ? given.get("feedback_mode") : "none");
        return Optional.of(zoo.by(Rules.EXAMPLE, settings));
    }
}
