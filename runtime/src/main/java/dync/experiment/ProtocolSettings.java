package dync.experiment;

import dync.settings.Key;
import dync.settings.Partial;
import dync.stimulus.PresentationSettings;
import java.util.List;
import java.util.Map;

/**
 * A way to test: what it changes in an experiment, and what it varies.
 *
 * @param set the model's parameters by name or alias; the model is compiled with them
 * @param presentation laid over that of the experiment
 * @param vary values by path into the experiment, written as in YAML; all combinations are tested
 */
public record ProtocolSettings(
        @Key(value = "what it is for", standard = "") String meaning,

        @Key(value = "parameters that the model is compiled with", standard = "")
        Map<String, String> set,

        @Key(value = "how images are shown; the rest is as in the experiment", standard = "")
        Partial<PresentationSettings> presentation,

        @Key(
                value = "by path into the experiment, as in presentation.contrast, the values that it takes",
                standard = "")
        Map<String, List<String>> vary) {
    /** Copies the maps and keeps their order. */
    public ProtocolSettings {
        set = Ordered.copy(set);
        vary = Ordered.copy(vary);
    }
}
