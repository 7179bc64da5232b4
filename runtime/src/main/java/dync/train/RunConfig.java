package dync.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a run is, in full: enough to build the same model again and to continue its training.
 *
 * @param model name of the model
 * @param source file name of its source within the run folder; empty if it was not compiled from text
 * @param parameters the model's parameters as they were resolved, by name, as text
 * @param data the data set, as {@link dync.data.Datasets#open} takes it
 * @param weights the file whose weights it began with; empty if they were drawn
 * @param training how it is trained
 */
public record RunConfig(
        String model,
        String source,
        Map<String, String> parameters,
        String data,
        Optional<String> weights,
        TrainingSettings training) {

    /** A run that draws its weights. */
    public RunConfig(
            String model, String source, Map<String, String> parameters, String data, TrainingSettings training) {
        this(model, source, parameters, data, Optional.empty(), training);
    }

    /** Copies the parameters and keeps their order. */
    public RunConfig {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** The same run with other settings. */
    public RunConfig with(TrainingSettings other) {
        return new RunConfig(model, source, parameters, data, weights, other);
    }
}
