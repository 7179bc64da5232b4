package dync.protocol;

import dync.experiment.Experiment;
import dync.runtime.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes the conditions of a test. What is said later counts: the run's experiment, the protocol, what the caller changes,
 * the values that are varied.
 */
final class Conditions {
    private static final String PARAMETER = "set.";

    private final ModelSource source;
    private final Consumer<String> note;

    Conditions(ModelSource source, Consumer<String> note) {
        this.source = source;
        this.note = note;
    }

    /**
     * The experiment that all conditions have in common.
     *
     * @param changes of the caller, by path; a parameter of the model is {@code set.NAME}
     * @throws UserError if a change is of something that is varied, or the model lacks a parameter
     */
    Experiment common(Experiment base, Protocol protocol, Map<String, String> changes) {
        Experiment common = base;
        List<String> lacking = new ArrayList<>();
        for (Map.Entry<String, String> one : protocol.settings().set().entrySet()) {
            if (protocol.shipped() && source.parameter(one.getKey()).isEmpty()) {
                lacking.add(one.getKey() + ": " + one.getValue());
            } else {
                common = with(common, PARAMETER + one.getKey(), one.getValue());
            }
        }
        if (!lacking.isEmpty()) {
            note.accept("the model has no parameter for this part of the protocol: " + String.join(", ", lacking));
        }
        if (!protocol.settings().presentation().isEmpty()) {
            common = common.with(
                    "presentation", protocol.settings().presentation().yaml());
        }
        for (Map.Entry<String, String> change : changes.entrySet()) {
            String path = canonical(change.getKey());
            protocol.settings().vary().forEach((varied, values) -> {
                if (canonical(varied).equals(path)) {
                    throw new UserError(
                            path + " is what the protocol '" + protocol.name() + "' varies",
                            "give its values: --vary " + varied + "=" + change.getValue() + ",…");
                }
            });
            common = with(common, change.getKey(), change.getValue());
        }
        return common;
    }

    /** One for each combination of the values that a protocol varies. */
    List<Condition> of(Experiment common, Protocol protocol) {
        List<Condition> conditions = new ArrayList<>();
        for (Map<String, String> varied : protocol.combinations()) {
            Experiment experiment = common;
            for (Map.Entry<String, String> one : varied.entrySet()) {
                experiment = with(experiment, one.getKey(), one.getValue());
            }
            conditions.add(new Condition(conditions.size(), new LinkedHashMap<>(varied), experiment));
        }
        return conditions;
    }

    /** A parameter may stand in the experiment under an alias, and must not be set under two names. */
    private Experiment with(Experiment experiment, String path, String value) {
        if (!path.startsWith(PARAMETER)) {
            return experiment.with(path, value);
        }
        String canonical = canonical(path);
        String written = experiment.set().keySet().stream()
                .filter(name -> canonical(PARAMETER + name).equals(canonical))
                .findFirst()
                .orElse(canonical.substring(PARAMETER.length()));
        return experiment.with(PARAMETER + written, value);
    }

    private String canonical(String path) {
        if (!path.startsWith(PARAMETER)) {
            return path;
        }
        String name = path.substring(PARAMETER.length());
        Optional<String> parameter = source.parameter(name);
        return PARAMETER
                + parameter.orElseThrow(() -> new UserError(
                        "the model has no parameter '" + name + "'",
                        "dync describe lists its parameters; leave this one out"));
    }
}
