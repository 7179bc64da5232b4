package dync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dync.experiment.Experiment;
import dync.experiment.ExperimentReader;
import dync.experiment.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigCommandTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("dync.root"), "examples");

    @TempDir
    private Path folder;

    private Path experiment(String text) throws IOException {
        Models.tiny(folder);
        return Files.writeString(
                folder.resolve("experiment.yaml"),
                "model: ./tiny.dyn\ndata: {set: shapes, train_limit: 32, validation_limit: 16}\n" + text);
    }

    @Test
    void showTellsWhereEachSettingComesFrom() throws IOException {
        Path file = experiment("profiles: {quick: {training: {batch: 4}}}\n");
        Session session = Session.run(
                "config",
                "show",
                file.toString(),
                "-p",
                "quick",
                "--epochs",
                "5",
                "--set",
                "training.clip=2",
                "--set",
                "tau=6ms",
                "--set",
                "precision=bf16");

        assertThat(session.exit()).as(session.err()).isZero();
        assertThat(session.out().replaceAll(" +", " "))
                .contains(
                        "epochs: 5 # --epochs",
                        "batch: 4 # " + file + ":3",
                        "clip: 2 # --set",
                        " tau: 6ms # --set",
                        "precision: bf16 # --set",
                        "set: shapes # " + file + ":2",
                        "kind: adam # default");
        assertThat(Experiment.parse(session.out()).training().epochs()).isEqualTo(5);
    }

    @Test
    void showLeavesOutWhatNobodySaid() throws IOException {
        Session session = Session.run(
                "config", "show", experiment("").toString(), "--changed", "--lr", "1e-3", "--weight-decay", "0.1");

        assertThat(session.out().lines().map(line -> line.replaceFirst(" *#.*", "")))
                .containsExactly(
                        "model:",
                        "  file: " + folder.resolve("tiny.dyn"),
                        "data:",
                        "  set: shapes",
                        "  train_limit: 32",
                        "  validation_limit: 16",
                        "training:",
                        "  optimizer:",
                        "    learning_rate: 0.001",
                        "    weight_decay: 0.1");
    }

    @Test
    void showWithoutAFileTellsWhatSettingsAreByThemselves() {
        assertThat(Experiment.parse(Session.run("config", "show").out())).isEqualTo(Experiment.standard());
    }

    @Test
    void whatIsBegunWithReadsTrainsAndIsNotOverwritten() throws IOException {
        Path file = folder.resolve("first.yaml");
        Session session = Session.run("config", "new", file.toString());

        assertThat(session.exit()).as(session.err()).isZero();
        assertThat(session.out()).isEqualToIgnoringNewLines(file.toString());
        assertThat(JsonParser.parseString(Files.readString(folder.resolve("experiment.schema.json")))
                        .isJsonObject())
                .isTrue();
        assertThat(file).content().contains("dync train first.yaml");
        assertThat(Session.run("config", "check", file.toString()).exit()).isZero();

        Session again = Session.run("config", "new", file.toString());
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains("first.yaml: is there already");
        Session other =
                Session.run("config", "new", folder.resolve("other.yaml").toString());
        assertThat(other.exit()).isZero();
        assertThat(other.err()).contains("experiment.schema.json stays as it is");
    }

    @Test
    void everythingThatTheStarterLeavesOutCanBeTakenIn() throws IOException {
        String text = ConfigNewCommand.starter();
        List<String> left =
                text.lines().filter(line -> line.matches(" *#[a-z].*")).toList();
        assertThat(left).hasSizeGreaterThan(5);
        for (String line : left) {
            String key = line.replaceFirst("( *)#([a-z_]+):.*", "$1$2:");
            String taken = text.replaceFirst("(?m)^" + key + ".*\n", "").replace(line, line.replaceFirst("#", ""));
            Path file = Files.writeString(folder.resolve("taken.yaml"), taken);
            assertThat(ExperimentReader.file(file).read().value()).as(line).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"noise.yaml", "gratings.yaml", "fashion.yaml", "fashion_x4.yaml"})
    void examplesHaveNoMistakes(String name) {
        Session session = Session.run("config", "check", EXAMPLES.resolve(name).toString());

        assertThat(session.exit()).as(session.err()).isZero();
        assertThat(session.out()).contains(name + ": no mistakes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "training: {epoch: 1}|there is no setting 'epoch' in training",
                "set: {tua: 5 ms}|tua",
                "set: {tau: 5}|tau",
                "model: {name: Other}|Other",
                "training: {groups: [{match: 'V9.*', rate: 2}]}|V9.*",
                "training: {early_stopping: {monitor: validation/acuracy}}|validation/accuracy",
                "training: {readout: clasifier}|classifier",
                "presentation: {reaction_time: 1 s}|reaction time",
                "presentation: {steps: 3 ms}|3 ms",
                "device: gpu|gpu",
                "device: cuda:9|cuda",
                "data: {set: shaeps}|shaeps",
                "model: {weights: none.safetensors}|none.safetensors",
                "use: [debgu]|did you mean 'debug'?"
            })
    void checkRefusesWhatTrainRefuses(String line, String message) throws IOException {
        Models.tiny(folder);
        String text = "model: {file: ./tiny.dyn}\n";
        if (line.startsWith("model: {")) {
            text = line.replace("model: {", "model: {file: ./tiny.dyn, ") + "\n";
        } else {
            text += line + "\n";
        }
        Path file = Files.writeString(folder.resolve("experiment.yaml"), text);

        Session check = Session.run("config", "check", file.toString());
        Session train = Session.run(
                "train", file.toString(), "--runs", folder.resolve("runs").toString());

        assertThat(check.exit()).as(check.out()).isEqualTo(1);
        assertThat(check.err()).contains(message);
        assertThat(train.exit()).isEqualTo(1);
        assertThat(train.err()).isEqualTo(check.err());
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void profilesAreShownWithWhatTheyAreFor() throws IOException {
        Path file = experiment("profiles:\n  quick: {training: {batch: 4}}\n");
        Session session = Session.run("config", "profiles", file.toString());

        assertThat(session.out()).contains("quickly: for trying whether it runs at all", file + ":4", "quick: …");
        assertThat(session.out()).contains(Profiles.names());
    }

    @Test
    void theSchemaIsPrinted() {
        assertThat(JsonParser.parseString(Session.run("config", "schema").out())
                        .getAsJsonObject()
                        .keySet())
                .contains("properties", "definitions");
    }
}
