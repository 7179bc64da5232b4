package dync.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.runtime.BadFile;
import dync.runtime.UserError;
import dync.stimulus.Presentation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    @TempDir
    Path runs;

    private static RunConfig config() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("trc", "6 ms");
        parameters.put("recurrence", "full");
        parameters.put("skip", "true");
        return new RunConfig(
                "Ventral",
                "ventral.dyn",
                parameters,
                "fashion-mnist",
                TrainingSettings.builder()
                        .learningRate(1e-4)
                        .optimizer(OptimizerSettings.of(OptimizerKind.ADAMW))
                        .seed(-5)
                        .presentation(Presentation.parse("0110", 4.5, 0.1f, true))
                        .readout("classifier")
                        .build());
    }

    @Test
    void aNameThatIsTakenGetsANumber() {
        assertThat(RunFolder.create(runs, "a", config()).path()).hasFileName("a");
        assertThat(RunFolder.create(runs, "a", config()).path()).hasFileName("a-2");
        assertThat(RunFolder.create(runs, "a", config()).path()).hasFileName("a-3");
        for (String name : new String[] {"", "../a", "a/b", ".hidden", "a b"}) {
            assertThatThrownBy(() -> RunFolder.create(runs, name, config())).isInstanceOf(UserError.class);
        }
    }

    @Test
    void theConfigurationComesBackAsItWas() {
        RunFolder folder = RunFolder.create(runs, "a", config());
        RunConfig read = RunFolder.open(folder.path()).config();
        assertThat(read).usingRecursiveComparison().isEqualTo(config());
        assertThat(read.parameters().keySet()).containsExactly("trc", "recurrence", "skip");
    }

    @Test
    void textsAreKeptAndReplaced() throws IOException {
        RunFolder folder = RunFolder.create(runs, "a", config());
        folder.keep("generated/Ventral.java", "class Ventral {}");
        folder.keep("generated/Ventral.java", "final class Ventral {}");
        assertThat(folder.path().resolve("generated/Ventral.java")).hasContent("final class Ventral {}");
    }

    private void assertRefused(String from, String to, String... parts) throws IOException {
        RunFolder folder = RunFolder.create(runs, "bad", config());
        Path file = folder.path().resolve("config.yaml");
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
        assertThatThrownBy(() -> RunFolder.open(folder.path()))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining(file.toString())
                .hasMessageContainingAll(parts);
    }

    @Test
    void aConfigurationThatWasTamperedWithSaysWhere() throws IOException {
        assertRefused("epochs: 3", "epoch: 3", "'epochs' is missing");
        assertRefused("epochs: 3", "epochs: 3\n  colour: red", "training holds [colour]");
        assertRefused("epochs: 3", "epochs: three", "'epochs' is three, not a whole number");
        assertRefused("epochs: 3", "epochs: 3.5", "3.5, not a whole number");
        assertRefused("epochs: 3", "epochs: 0", "epochs cannot be 0");
        assertRefused("epochs: 3", "epochs: [3", "is no YAML", "line");
        assertRefused("kind: adamw", "kind: lion", "no optimizer 'lion'");
        assertRefused("data: fashion-mnist", "", "'data' is missing");
        assertRefused("learning_rate: 1.0E-4", "learning_rate: -1", "learning_rate cannot be -1.0");
    }

    @Test
    void whatIsNoRunFolderIsRefused() {
        assertThatThrownBy(() -> RunFolder.open(runs.resolve("none")))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("there is no such folder");
        assertThatThrownBy(() -> RunFolder.open(runs))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("config.yaml");
    }

    @Test
    void metricsAfterTheCheckpointAreDroppedOnResuming() throws IOException {
        MetricsFile metrics = new MetricsFile(runs.resolve("metrics.csv"));
        metrics.begin(0);
        TestResult test = new TestResult(1, 0.5, new StepAccuracy());
        for (int epoch = 1; epoch <= 3; epoch++) {
            metrics.append(new EpochReport(epoch, 3, 0.25, 0, new StepAccuracy(), test, 1, 10));
        }
        Files.writeString(runs.resolve("metrics.csv"), "4,0.1", java.nio.file.StandardOpenOption.APPEND);
        new MetricsFile(runs.resolve("metrics.csv")).begin(2);
        assertThat(Files.readAllLines(runs.resolve("metrics.csv")))
                .hasSize(3)
                .last()
                .asString()
                .startsWith("2,0.250000,NaN");
    }
}
