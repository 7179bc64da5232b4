package dync.parity;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The constructor arguments of a case. What is never asked for is known at the end, so that none goes unheeded. */
final class Settings {
    /** Short names that the reference takes for the long ones. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("tff", "t_feedforward"),
            Map.entry("trc", "t_recurrence"),
            Map.entry("tsk", "t_skip"),
            Map.entry("tfb", "t_feedback"),
            Map.entry("rctype", "recurrence_type"),
            Map.entry("rctarget", "recurrence_target"),
            Map.entry("taugrad", "train_tau"),
            Map.entry("supralin", "supralinearity"),
            Map.entry("inadapt", "input_adaption_weight"),
            Map.entry("ffonly", "feedforward_only"),
            Map.entry("fbmode", "feedback_mode"),
            Map.entry("idle", "idle_timesteps"),
            Map.entry("tbptt", "truncated_bptt_timesteps"),
            Map.entry("tsteps", "n_timesteps"),
            Map.entry("pattern", "data_presentation_pattern"),
            Map.entry("shufflepattern", "shuffle_presentation_pattern"),
            Map.entry("activityloss", "activity_loss_weight"),
            Map.entry("lossrt", "loss_reaction_time"));

    /** What the reference understands as true; whatever else it may be given is false to it. */
    private static final Set<String> TRUE = Set.of("yes", "true", "t", "y", "1");

    private final JsonObject values = new JsonObject();
    private final Set<String> asked = new HashSet<>();

    Settings(JsonObject given) {
        this(given, ALIASES);
    }

    Settings(JsonObject given, Map<String, String> aliases) {
        given.entrySet()
                .forEach(entry -> values.add(aliases.getOrDefault(entry.getKey(), entry.getKey()), entry.getValue()));
    }

    /** The same, of some names alone. */
    Settings only(Set<String> names) {
        return where(names::contains);
    }

    /** The same without some names. */
    Settings without(Set<String> names) {
        return where(name -> !names.contains(name));
    }

    private Settings where(Predicate<String> wanted) {
        JsonObject chosen = new JsonObject();
        values.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .forEach(entry -> chosen.add(entry.getKey(), entry.getValue()));
        return new Settings(chosen);
    }

    Optional<JsonElement> get(String name) {
        asked.add(name);
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isJsonNull());
    }

    boolean flag(String name, boolean otherwise) {
        return get(name).map(Settings::isTrue).orElse(otherwise);
    }

    static boolean isTrue(JsonElement value) {
        return value.isJsonPrimitive()
                && (value.getAsJsonPrimitive().isBoolean()
                        ? value.getAsBoolean()
                        : value.getAsJsonPrimitive().isString() && TRUE.contains(value.getAsString()));
    }

    double number(String name, double otherwise) {
        return get(name).map(JsonElement::getAsDouble).orElse(otherwise);
    }

    int whole(String name, int otherwise) {
        return get(name).map(JsonElement::getAsInt).orElse(otherwise);
    }

    String text(String name, String otherwise) {
        return get(name).map(JsonElement::getAsString).orElse(otherwise);
    }

    Settings inner(String name) {
        return new Settings(get(name).map(JsonElement::getAsJsonObject).orElseGet(JsonObject::new));
    }

    /** Leaves out what cannot matter to a run with given weights. */
    void ignore(String... names) {
        asked.addAll(Set.of(names));
    }

    /** @throws OutOfScope if a setting was not asked for: the run would not be the one that was recorded */
    void complete() {
        Set<String> unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(asked);
        if (!unknown.isEmpty()) {
            throw new OutOfScope("no rule for the setting " + String.join(", ", unknown));
        }
    }

    /** A number as the language writes it: {@code 5}, not {@code 5.0}. */
    static String written(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
