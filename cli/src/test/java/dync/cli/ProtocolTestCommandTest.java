package dync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a model of the library by protocols, from the command line. */
class ProtocolTestCommandTest {
    @TempDir
    private Path folder;

    private Path trained() {
        Session session = Session.run(
                "train",
                "dyn.models.DyRCNNx2",
                "--runs",
                folder.toString(),
                "--name",
                "net",
                "--epochs",
                "1",
                "--limit",
                "16",
                "--batch",
                "8",
                "--steps",
                "3",
                "--threads",
                "1",
                "--set",
                "data.shapes.height=16",
                "--set",
                "data.shapes.width=16",
                "--set",
                "data.shapes.train=40",
                "--set",
                "data.shapes.test=20",
                "--set",
                "rctype=full");
        assertThat(session.exit()).as(session.err()).isZero();
        return folder.resolve("net");
    }

    private static Session test(Path run, String... more) {
        List<String> words = new java.util.ArrayList<>(List.of("test", run.toString(), "--limit", "10"));
        words.addAll(List.of(more));
        return Session.run(words.toArray(String[]::new));
    }

    @Test
    void aRunIsTestedByProtocols() throws IOException {
        Path run = trained();

        Session durations = test(
                run,
                "--protocol",
                "duration",
                "--vary",
                "presentation.course.shown=1,4",
                "--set",
                "presentation.steps=6",
                "--set",
                "idle=1");
        assertThat(durations.exit()).as(durations.err()).isZero();
        assertThat(durations.out()).contains("shown", "accuracy", "confidence", "tests/duration");
        assertThat(durations.err()).contains("shown 1: accuracy", "shown 4: accuracy");
        Path test = run.resolve("tests/duration");
        assertThat(test).isDirectoryContaining("glob:**test.png").isDirectoryContaining("glob:**answers.csv.gz");
        assertThat(test.resolve("experiment.yaml")).content().contains("idle_timesteps: 1", "steps: 6 steps");
        assertThat(Files.readAllLines(test.resolve("conditions.csv"))).hasSize(3);

        // what recurrence adds: the model is compiled again without it
        Session feedforward = test(
                run,
                "--protocol",
                "responseffonly",
                "--record",
                "layer1",
                "--reduce",
                "channels",
                "--dtype",
                "float16");
        assertThat(feedforward.exit()).as(feedforward.err()).isZero();
        assertThat(feedforward.err()).contains("not in this variant of the model: layer1.recurrent");
        List<String> activity = Files.readAllLines(run.resolve("tests/responseffonly/activity.csv"));
        assertThat(activity).hasSize(1 + 2 * 4).allMatch(line -> !line.contains("layer2"));

        // the last ones before any weights were moved
        Session other = test(
                run,
                "--protocol",
                "response",
                "--set",
                "presentation.steps=34",
                "--set",
                "idle=0",
                "--record",
                "none",
                "--weights",
                run.resolve("checkpoint-001-00000.safetensors").toString(),
                "--out",
                folder.resolve("elsewhere").toString());
        assertThat(other.exit()).as(other.err()).isZero();
        assertThat(folder.resolve("elsewhere/summary.csv")).exists();

        Session plain = test(run);
        assertThat(plain.exit()).as(plain.err()).isZero();
    }

    @Test
    void protocolsAreListed() throws IOException {
        Path mine = Files.writeString(
                folder.resolve("mine.yaml"),
                "protocols: {brief: {meaning: little time, vary: {presentation.contrast: [0.1, 1]}}}");
        Session list = Session.run("test", "--list-protocols", "--protocols", mine.toString());
        assertThat(list.exit()).as(list.err()).isZero();
        assertThat(list.out())
                .contains("duration", "accuracy and response by how long an image is shown")
                .contains("presentation.course.shown: 1, 2, 3, 4, 5, 10, 15, 20")
                .contains("brief", "little time");
    }

    @Test
    void mistakesAreToldBeforeAnythingIsShown() {
        assertThat(Session.run("test").err()).contains("there is nothing to test");
        assertThat(Session.run("test", folder.toString(), "--record", "V1").err())
                .contains("--record is for a test by a protocol");
    }
}
