package dync.track.mlflow;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dync.runtime.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the run on the server, or begins it.
 *
 * @param id of the run
 * @param artifacts where the server keeps its files, below its own address; empty where it keeps them elsewhere
 * @param parameters what the server knows of how it was set
 */
record MlflowRun(String id, Optional<String> artifacts, Map<String, String> parameters) {
    /**
     * @param note the file that keeps the run's id, so that a run that is continued goes on there, too
     * @param name of a run that is new
     */
    static MlflowRun open(Rest rest, MlflowSettings settings, Path note, String name)
            throws IOException, InterruptedException {
        Optional<String> known =
                Files.exists(note) ? Optional.of(Files.readString(note).strip()) : Optional.empty();
        if (known.isPresent()) {
            Optional<JsonObject> found = rest.get("runs/get", "run_id", known.get());
            if (found.isPresent()) {
                MlflowRun run = of(found.get());
                run.update(rest, "RUNNING", Optional.empty());
                return run;
            }
        }
        JsonObject request = new JsonObject();
        request.addProperty("experiment_id", experiment(rest, settings.experiment()));
        request.addProperty("run_name", name);
        request.addProperty("start_time", Instant.now().toEpochMilli());
        JsonArray tags = new JsonArray();
        tags.add(Items.pair("mlflow.runName", name));
        tags.add(Items.pair("mlflow.source.name", "dync"));
        for (Map.Entry<String, String> tag : settings.tags().entrySet()) {
            tags.add(Items.tag(tag.getKey(), tag.getValue()));
        }
        request.add("tags", tags);
        MlflowRun run = of(rest.post("runs/create", request));
        Files.write(note, (run.id() + "\n").getBytes(StandardCharsets.UTF_8));
        return run;
    }

    void update(Rest rest, String status, Optional<Instant> end) throws IOException, InterruptedException {
        JsonObject request = new JsonObject();
        request.addProperty("run_id", id);
        request.addProperty("status", status);
        end.ifPresent(time -> request.addProperty("end_time", time.toEpochMilli()));
        rest.post("runs/update", request);
    }

    private static String experiment(Rest rest, String name) throws IOException, InterruptedException {
        Optional<JsonObject> found = rest.get("experiments/get-by-name", "experiment_name", name);
        if (found.isPresent()) {
            JsonObject experiment = member(found.get(), "experiment").getAsJsonObject();
            if (experiment.has("lifecycle_stage")
                    && experiment.get("lifecycle_stage").getAsString().equals("deleted")) {
                throw new UserError(
                        "the experiment '" + name + "' was deleted on the server",
                        "restore it there, or choose another with tracking.mlflow.experiment");
            }
            return member(experiment, "experiment_id").getAsString();
        }
        JsonObject request = new JsonObject();
        request.addProperty("name", name);
        return member(rest.post("experiments/create", request), "experiment_id").getAsString();
    }

    private static MlflowRun of(JsonObject answer) {
        JsonObject info =
                member(member(answer, "run").getAsJsonObject(), "info").getAsJsonObject();
        Optional<String> artifacts = Optional.ofNullable(info.get("artifact_uri"))
                .map(JsonElement::getAsString)
                .filter(uri -> uri.startsWith("mlflow-artifacts:"))
                // after the scheme perhaps comes a server, which is this one
                .map(uri -> uri.replaceFirst("^mlflow-artifacts:(//[^/]*)?/*", ""));
        return new MlflowRun(member(info, "run_id").getAsString(), artifacts, parameters(answer));
    }

    private static Map<String, String> parameters(JsonObject answer) {
        Map<String, String> parameters = new HashMap<>();
        JsonObject data = answer.getAsJsonObject("run").getAsJsonObject("data");
        JsonArray known = data == null ? null : data.getAsJsonArray("params");
        if (known != null) {
            for (JsonElement parameter : known) {
                JsonObject pair = parameter.getAsJsonObject();
                parameters.put(
                        member(pair, "key").getAsString(), member(pair, "value").getAsString());
            }
        }
        return parameters;
    }

    private static JsonElement member(JsonObject object, String name) {
        JsonElement member = object.get(name);
        if (member == null) {
            throw new UserError(
                    "the server of MLflow leaves '" + name + "' out of an answer", "check the server's version");
        }
        return member;
    }
}
