package dync.track.mlflow;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dync.track.Entry;
import dync.track.Sink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A run on a server of MLflow: numbers as metrics over the batches, settings as parameters, pictures, texts and files as
 * artifacts where the server keeps these itself. Numbers that are none, and distributions, have no place there and are
 * left out.
 *
 * @see <a href="https://mlflow.org/docs/latest/rest-api.html">the REST interface</a>
 */
public final class Mlflow implements Sink {
    private static final int METRICS = 500;
    private static final int PARAMETERS = 50;

    private final MlflowAccess access;
    private final MlflowSettings settings;
    private final Path note;
    private final String runName;
    private final Rest rest;
    private final Set<Entry> uploaded = new HashSet<>();
    private Optional<MlflowRun> run = Optional.empty();

    /**
     * @param note the file in the run's folder that keeps the id of the run on the server
     * @param runName of a run that is new on the server
     */
    public Mlflow(MlflowAccess access, MlflowSettings settings, Path note, String runName) {
        this.access = access;
        this.settings = settings;
        this.note = note;
        this.runName = settings.name().orElse(runName);
        this.rest = new Rest(access);
    }

    @Override
    public String name() {
        return "MLflow at " + access;
    }

    @Override
    public void write(List<Entry> entries) throws IOException, InterruptedException {
        MlflowRun to = open();
        JsonArray metrics = new JsonArray();
        for (Entry entry : entries) {
            if (entry instanceof Entry.Scalar scalar && Double.isFinite(scalar.value())) {
                metrics.add(Items.metric(scalar));
                if (metrics.size() == METRICS) {
                    rest.post("runs/log-batch", Items.batch(to.id(), metrics, new JsonArray(), new JsonArray()));
                    metrics = new JsonArray();
                }
            } else if (entry instanceof Entry.Hyperparameters chosen) {
                parameters(to, chosen);
            } else if (to.artifacts().isPresent() && uploaded.add(entry)) {
                upload(to.artifacts().get(), entry);
            }
        }
        if (!metrics.isEmpty()) {
            rest.post("runs/log-batch", Items.batch(to.id(), metrics, new JsonArray(), new JsonArray()));
        }
        uploaded.clear();
    }

    /** What is a parameter on the server never changes there; a run that goes on otherwise says so in a tag. */
    private void parameters(MlflowRun to, Entry.Hyperparameters chosen) throws IOException, InterruptedException {
        JsonArray parameters = new JsonArray();
        JsonArray tags = new JsonArray();
        for (Map.Entry<String, String> one : chosen.values().entrySet()) {
            JsonObject parameter = Items.parameter(one.getKey(), one.getValue());
            String before = to.parameters().get(parameter.get("key").getAsString());
            if (before == null) {
                parameters.add(parameter);
            } else if (!before.equals(parameter.get("value").getAsString())) {
                tags.add(Items.tag("continued with " + one.getKey(), one.getValue()));
            }
            if (parameters.size() + tags.size() == PARAMETERS) {
                rest.post("runs/log-batch", Items.batch(to.id(), new JsonArray(), parameters, tags));
                parameters = new JsonArray();
                tags = new JsonArray();
            }
        }
        if (parameters.size() + tags.size() > 0) {
            rest.post("runs/log-batch", Items.batch(to.id(), new JsonArray(), parameters, tags));
        }
    }

    private void upload(String root, Entry entry) throws IOException, InterruptedException {
        try {
            if (entry instanceof Entry.Artifact artifact && Files.isReadable(artifact.file())) {
                String folder = artifact.folder().isEmpty() ? "" : artifact.folder() + "/";
                rest.put(root + "/" + folder + artifact.file().getFileName(), Files.readAllBytes(artifact.file()));
            } else if (entry instanceof Entry.Image image) {
                rest.put(
                        root + "/" + image.name() + "-" + image.step() + ".png",
                        image.picture().bytes().toArray());
            } else if (entry instanceof Entry.Text text) {
                rest.put(
                        root + "/" + text.name() + "-" + text.step() + ".md",
                        text.text().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException failed) {
            uploaded.remove(entry);
            throw failed;
        }
    }

    private MlflowRun open() throws IOException, InterruptedException {
        if (run.isEmpty()) {
            run = Optional.of(MlflowRun.open(rest, settings, note, runName));
        }
        return run.get();
    }

    @Override
    public void close(Ending ending) throws IOException, InterruptedException {
        if (run.isPresent() || Files.exists(note)) {
            String status =
                    switch (ending) {
                        case FINISHED -> "FINISHED";
                        case STOPPED -> "KILLED";
                        case FAILED -> "FAILED";
                    };
            open().update(rest, status, Optional.of(Instant.now()));
        }
    }
}
