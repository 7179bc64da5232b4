package dync.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.runtime.BadFile;
import dync.runtime.UserError;
import dync.settings.BadSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentReaderTest {
    @TempDir
    Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("experiment.yaml"), text);
    }

    @Test
    void whatIsSaidLaterCounts() throws IOException {
        Path file = write("""
                use: [quick]
                seed: 1
                threads: 1
                training: {epochs: 1, batch: 1, clip: 1}
                profiles:
                  quick: {training: {batch: 2, clip: 2, checkpoint_every: 2}}
                  late: {training: {clip: 3, checkpoint_every: 3}}
                """);
        ExperimentReader reader = ExperimentReader.file(file)
                .profile("late")
                .environment(
                        Map.of("DYNC__TRAINING__CHECKPOINT_EVERY", "4", "DYNC__SEED", "4", "DYNC_JAVA_OPTS", "-Xmx1g"))
                .set("seed", "5", "--seed");
        assertThat(reader.read().value().training()).satisfies(training -> {
            assertThat(training.epochs()).isEqualTo(1);
            assertThat(training.batch()).isEqualTo(2);
            assertThat(training.clip()).isEqualTo(3);
            assertThat(training.checkpointEvery()).isEqualTo(4);
        });
        assertThat(reader.read().explained().replaceAll(" +", " "))
                .contains(
                        "seed: 5 # --seed",
                        "threads: 1 # " + file + ":3",
                        "epochs: 1 # " + file + ":4",
                        "batch: 2 # " + file + ":6",
                        "clip: 3 # " + file + ":7",
                        "checkpoint_every: 4 # DYNC__TRAINING__CHECKPOINT_EVERY",
                        "device: auto # default");
    }

    @Test
    void whatIsExplainedReadsAsTheSame() throws IOException {
        ExperimentReader reader =
                ExperimentReader.file(write("model: dyn.models.DyRCNNx4\ntraining: {optimizer: sgd}"));
        String text = reader.read().explained();
        assertThat(Experiment.parse(text)).isEqualTo(reader.read().value());
    }

    @Test
    void pathsBeginWhereTheyWereWritten() throws IOException {
        Files.writeString(folder.resolve("net.dyn"), "model Net() {}");
        Path file = write("model: {file: net.dyn, weights: w.safetensors}\ndata: ./images\n");
        Experiment experiment = ExperimentReader.file(file).read().value();
        assertThat(experiment.model().file())
                .isEqualTo(folder.resolve("net.dyn").toString());
        assertThat(experiment.model().weights()).contains(folder.resolve("w.safetensors"));
        assertThat(experiment.data().set()).isEqualTo(folder.resolve("images").toString());
        assertThat(ExperimentReader.file(file)
                        .set("data.set", "./mine", "--data")
                        .read()
                        .value()
                        .data()
                        .set())
                .isEqualTo("./mine");
        assertThat(ExperimentReader.file(write("model: dyn.models.DyRCNNx4\ndata: fashion-mnist"))
                        .read()
                        .value())
                .satisfies(names -> {
                    assertThat(names.model().file()).isEqualTo("dyn.models.DyRCNNx4");
                    assertThat(names.data().set()).isEqualTo("fashion-mnist");
                });
    }

    @Test
    void theProfilesThatComeAlongFit() {
        assertThat(Profiles.names()).contains("debug");
        for (String name : Profiles.names()) {
            assertThat(ExperimentReader.empty().profile(name).read().value()).isNotEqualTo(Experiment.standard());
        }
    }

    @Test
    void wrongProfilesAndVariablesAreTold() throws IOException {
        assertThatThrownBy(() -> ExperimentReader.empty().profile("debg").read())
                .isInstanceOfSatisfying(
                        UserError.class, e -> assertThat(e.help()).contains("did you mean 'debug'?"));
        assertThatThrownBy(() -> ExperimentReader.empty()
                        .environment(Map.of("DYNC__TRAINING__EPOCS", "3"))
                        .read())
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("DYNC__TRAINING__EPOCS: there is no setting 'epocs' in training");
        Path unused = write("profiles:\n  slow: {training: {bach: 1}}\n");
        assertThatThrownBy(() -> ExperimentReader.file(unused).read())
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining(":2:21: there is no setting 'bach' in training");
    }

    @Test
    void filesThatCannotBeReadAreTold() throws IOException {
        assertThatThrownBy(() -> ExperimentReader.file(folder.resolve("none.yaml")))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("there is no such file");
        assertThatThrownBy(() -> ExperimentReader.file(folder)).isInstanceOf(BadFile.class);
        Path latin = Files.write(folder.resolve("latin.yaml"), "device: käse".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> ExperimentReader.file(latin))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("is not UTF-8 text");
    }
}
