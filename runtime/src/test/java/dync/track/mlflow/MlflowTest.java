package dync.track.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dync.runtime.UserError;
import dync.track.Entry;
import dync.track.Png;
import dync.track.Sink.Ending;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MlflowTest {
    private static final Instant TIME = Instant.parse("2026-11-22T06:00:00Z");

    @TempDir
    Path folder;

    private StandIn server;

    @BeforeEach
    void start() throws IOException {
        server = new StandIn();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aWholeRunArrives() throws Exception {
        Path picture = Files.write(folder.resolve("training curves.png"), new byte[] {1, 2, 3});
        Mlflow mlflow = sink(Map.of());

        mlflow.write(List.of(
                new Entry.Hyperparameters(Map.of("training.optimizer", "adam", "seed", "1"), TIME),
                new Entry.Scalar("train/loss", 10, 2.5, TIME),
                new Entry.Scalar("train/loss", 20, Double.NaN, TIME),
                new Entry.Artifact(picture, "pictures", TIME),
                new Entry.Image("test/stimuli", 4, new Png(1, 1, 1, new Png.Bytes(new byte[] {9})), TIME),
                new Entry.Text("run", 0, "µ", TIME)));
        mlflow.write(List.of(new Entry.Scalar("validation/accuracy", 20, 0.75, TIME)));
        mlflow.close(Ending.FINISHED);

        assertThat(server.refused).isEmpty();
        assertThat(server.experiments).containsOnlyKeys("vision & time");
        assertThat(server.metrics)
                .containsExactly(
                        new StandIn.Metric("train/loss", 2.5, 10), new StandIn.Metric("validation/accuracy", 0.75, 20));
        assertThat(server.parameters).isEqualTo(Map.of("seed", "1", "training.optimizer", "adam"));
        assertThat(server.tags).containsEntry("mlflow.runName", "ventral").containsEntry("lab", "retina");
        assertThat(server.artifacts)
                .containsEntry("1/run1/artifacts/pictures/training curves.png", new byte[] {1, 2, 3})
                .containsEntry("1/run1/artifacts/test/stimuli-4.png", new byte[] {9})
                .containsEntry("1/run1/artifacts/run-0.md", "µ".getBytes(StandardCharsets.UTF_8));
        assertThat(server.states).containsExactly("FINISHED");
    }

    @Test
    void manyValuesGoInRequestsThatTheServerTakes() throws Exception {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 2345; i++) {
            entries.add(new Entry.Scalar("weights/V1 (norm)/" + "x".repeat(300), i, i, TIME));
        }
        Map<String, String> many = new java.util.TreeMap<>();
        for (int i = 0; i < 120; i++) {
            many.put("key" + i, "v".repeat(7000));
        }
        entries.add(new Entry.Hyperparameters(many, TIME));

        sink(Map.of()).write(entries);

        assertThat(server.refused).isEmpty();
        assertThat(server.metrics).hasSize(2345);
        assertThat(server.parameters).hasSize(120);
    }

    @Test
    void aRunThatIsContinuedIsTheSameRunThere() throws Exception {
        Mlflow first = sink(Map.of());
        first.write(List.of(
                new Entry.Hyperparameters(Map.of("epochs", "2"), TIME), new Entry.Scalar("train/loss", 1, 2, TIME)));
        first.close(Ending.STOPPED);

        Mlflow second = sink(Map.of());
        second.write(List.of(
                new Entry.Hyperparameters(Map.of("epochs", "5", "device", "cpu"), TIME),
                new Entry.Scalar("train/loss", 2, 1, TIME)));
        second.close(Ending.FINISHED);

        assertThat(server.refused).isEmpty();
        assertThat(server.runs).isEqualTo(1);
        assertThat(server.states).containsExactly("KILLED", "RUNNING", "FINISHED");
        assertThat(server.parameters).isEqualTo(Map.of("epochs", "2", "device", "cpu"));
        assertThat(server.tags).containsEntry("continued with epochs", "5");
    }

    @Test
    void aServerThatIsBusyMayBeAskedAgain() throws Exception {
        server.unavailable = 1;
        Mlflow mlflow = sink(Map.of());
        List<Entry> entries = List.of(new Entry.Scalar("train/loss", 1, 2, TIME));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> mlflow.write(entries))
                .withMessage("experiments/get-by-name answered 503: not now");
        mlflow.write(entries);

        assertThat(server.metrics).hasSize(1);
    }

    @Test
    void aServerThatIsNotThereMayComeBack() {
        server.close();

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> sink(Map.of()).write(List.of(new Entry.Scalar("train/loss", 1, 2, TIME))))
                .withMessage("there is no server at " + server.address());
    }

    @Test
    void passwordAndTokenAreThoseOfTheEnvironment() throws Exception {
        server.authorization = "Basic bWU6c2VjcmV0";
        sink(Map.of("MLFLOW_TRACKING_USERNAME", "me", "MLFLOW_TRACKING_PASSWORD", "secret"))
                .write(List.of(new Entry.Scalar("train/loss", 1, 2, TIME)));
        server.authorization = "Bearer abc";
        sink(Map.of("MLFLOW_TRACKING_TOKEN", "abc")).write(List.of(new Entry.Scalar("train/loss", 2, 2, TIME)));

        assertThat(server.metrics).hasSize(2);
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> sink(Map.of()).write(List.of(new Entry.Scalar("train/loss", 3, 2, TIME))))
                .withMessage("runs/get answered 401: who are you")
                .satisfies(error -> assertThat(error.help().orElseThrow()).contains("MLFLOW_TRACKING_TOKEN"));
    }

    @Test
    void theServerMayBeNamedByTheEnvironmentAndHasToBeOne() {
        assertThat(MlflowAccess.of(Optional.empty(), Map.of("MLFLOW_TRACKING_URI", "https://lab.example/"))
                        .toString())
                .isEqualTo("https://lab.example");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> MlflowAccess.of(Optional.empty(), Map.of()))
                .withMessage("nothing says where the server of MLflow is");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> MlflowAccess.of(Optional.of("sqlite:///runs.db"), Map.of()))
                .withMessage("'sqlite:///runs.db' is no server of MLflow");
    }

    private Mlflow sink(Map<String, String> environment) {
        return new Mlflow(
                MlflowAccess.of(Optional.of(server.address().toString()), environment),
                new MlflowSettings(Optional.empty(), "vision & time", Optional.empty(), Map.of("lab", "retina")),
                folder.resolve("mlflow-run"),
                "ventral");
    }
}
