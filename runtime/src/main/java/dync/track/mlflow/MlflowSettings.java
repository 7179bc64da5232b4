package dync.track.mlflow;

import dync.runtime.UserError;
import dync.settings.Key;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What to tell a server of MLflow. Who is let in is for the environment to say, never for a file that is kept. */
public record MlflowSettings(
        @Key(value = "address of the server; without one that of MLFLOW_TRACKING_URI", standard = "", main = true)
        Optional<String> uri,

        @Key(value = "experiment that the run belongs to; made if there is none of the name", standard = "dync")
        String experiment,

        @Key(value = "name of the run on the server; without one that of its folder", standard = "")
        Optional<String> name,

        @Key(value = "tags of the run on the server", standard = "")
        Map<String, String> tags) {
    private static final int LONGEST = 500;

    public MlflowSettings {
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        if (experiment.isBlank() || experiment.length() > LONGEST) {
            throw new UserError(
                    "'" + experiment + "' cannot be the name of an experiment of MLflow",
                    "use 1 to " + LONGEST + " characters");
        }
        if (tags.size() > 50) {
            throw new UserError("a run with " + tags.size() + " tags", "give 50 at most");
        }
    }
}
