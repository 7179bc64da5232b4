package dync.protocol;

import dync.experiment.ProtocolSettings;
import dync.runtime.UserError;
import dync.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A named way to test.
 *
 * @param shipped whether it comes with dync; such a one is made for many models, and what it sets that a model does not
 *     have is left out
 */
public record Protocol(String name, boolean shipped, ProtocolSettings settings) {
    private static final Settings<ProtocolSettings> SETTINGS = Settings.of(ProtocolSettings.class);

    /**
     * The same, varying something else or by other values.
     *
     * @param path into the experiment
     * @param values at least one, as in YAML
     */
    public Protocol varying(String path, List<String> values) {
        if (values.isEmpty()) {
            throw new UserError("no values of " + path + " are given", "write --vary " + path + "=1,2,3");
        }
        Map<String, List<String>> vary = new LinkedHashMap<>(settings.vary());
        vary.put(path, List.copyOf(values));
        return new Protocol(
                name, shipped, new ProtocolSettings(settings.meaning(), settings.set(), settings.presentation(), vary));
    }

    /** All that it says, as in an experiment. */
    public String yaml() {
        return SETTINGS.yaml(settings);
    }

    /** Every combination of the values that it varies, by path; the last path changes fastest. */
    List<Map<String, String>> combinations() {
        List<Map<String, String>> all = List.of(Map.of());
        for (Map.Entry<String, List<String>> one : settings.vary().entrySet()) {
            List<Map<String, String>> more = new ArrayList<>();
            for (Map<String, String> before : all) {
                for (String value : one.getValue()) {
                    Map<String, String> combination = new LinkedHashMap<>(before);
                    combination.put(one.getKey(), value);
                    more.add(combination);
                }
            }
            all = more;
        }
        return all;
    }
}
