package dync.train;

import static org.assertj.core.api.Assertions.assertThat;

import dync.experiment.Experiment;
import dync.track.mlflow.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordTest {
    @TempDir
    Path runs;

    @Test
    void aServerOfMlflowAndTensorBoardHearOfAWholeRun() throws IOException {
        try (StandIn server = new StandIn()) {
            Experiment experiment = Runs.experiment()
                    .with("tracking.every", 1)
                    .with("tracking.tensorboard", true)
                    .with("tracking.mlflow", server.address());
            Path folder =
                    Runs.train(runs.resolve("told"), experiment).checkpoint().getParent();

            List<String> lines = Files.readAllLines(folder.resolve("metrics.csv"));
            String[] last = lines.get(lines.size() - 1).split(",", -1);
            assertThat(server.refused).isEmpty();
            assertThat(server.states).containsExactly("FINISHED");
            assertThat(server.parameters)
                    .containsEntry(
                            "training.batch",
                            Integer.toString(experiment.training().batch()));
            assertThat(server.metrics)
                    .anySatisfy(metric -> {
                        assertThat(metric.key()).isEqualTo("validation/accuracy_last");
                        assertThat(metric.step()).isEqualTo(Long.parseLong(last[1]));
                    })
                    .anySatisfy(metric -> assertThat(metric.key()).startsWith("weights/"))
                    .anySatisfy(metric -> assertThat(metric.key()).isEqualTo("batch/loss"));
            assertThat(server.artifacts.keySet())
                    .anySatisfy(path -> assertThat(path).endsWith("/metrics.csv"))
                    .anySatisfy(path -> assertThat(path).contains("/validation/confusion-"));
            try (Stream<Path> events = Files.list(folder.resolve("tensorboard"))) {
                assertThat(events).hasSize(1);
            }
        }
    }

    @Test
    void whoeverIsToldTheWeightsAreTheSame() throws IOException {
        Experiment plain = Runs.experiment().with("tracking.statistics", 0);
        Experiment told = Runs.experiment().with("tracking.statistics", 1).with("tracking.tensorboard", true);

        assertThat(Runs.train(runs.resolve("told"), told).checkpoint())
                .hasSameBinaryContentAs(Runs.train(runs.resolve("plain"), plain).checkpoint());
    }
}
