package dync.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dync.experiment.Experiment;
import dync.experiment.ExperimentReader;
import dync.runtime.BadFile;
import dync.runtime.UserError;
import dync.settings.BadSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    @TempDir
    Path runs;

    private static Experiment experiment() {
        return Experiment.parse("""
                model: {file: ventral.dyn, name: Ventral}
                set: {trc: 6 ms, recurrence: full, skip: true}
                data: fashion-mnist
                seed: -5
                presentation:
                  course: {kind: pattern, entries: "0110", shuffle: true}
                  reaction_time: 4.5 ms
                  blank: 0.1
                training:
                  optimizer: {kind: adamw, learning_rate: 1e-4}
                  readout: classifier
                """);
    }

    @Test
    void aNameThatIsTakenGetsANumber() {
        assertThat(RunFolder.create(runs, "a", experiment()).path()).hasFileName("a");
        assertThat(RunFolder.create(runs, "a", experiment()).path()).hasFileName("a-2");
        assertThat(RunFolder.create(runs, "a", experiment()).path()).hasFileName("a-3");
        for (String name : new String[] {"", "../a", "a/b", ".hidden", "a b"}) {
            assertThatThrownBy(() -> RunFolder.create(runs, name, experiment())).isInstanceOf(UserError.class);
        }
    }

    @Test
    void theExperimentComesBackAsItWas() {
        RunFolder folder = RunFolder.create(runs, "a", experiment());
        Experiment read = RunFolder.open(folder.path()).experiment();
        assertThat(read).isEqualTo(experiment());
        assertThat(read.set().keySet()).containsExactly("trc", "recurrence", "skip");
    }

    @Test
    void theSourceOfASettingIsRememberedWhenOthersChange() throws IOException {
        ExperimentReader reader = ExperimentReader.empty()
                .set("model.file", "ventral.dyn", RunFolder.KEPT)
                .set("training.epochs", "5", "--epochs");
        RunFolder folder = RunFolder.create(runs, "a", reader.read());
        folder.keep("ventral.dyn", "model Ventral() {}");
        folder.update(changes -> changes.set("training.batch", "8", "--batch"));
        folder.update(changes -> changes.set("threads", "1", "--threads"));
        assertThat(Files.readString(folder.path().resolve(RunFolder.EXPERIMENT)).replaceAll(" +", " "))
                .contains(
                        "file: ventral.dyn # " + RunFolder.KEPT,
                        "epochs: 5 # --epochs",
                        "batch: 8 # --batch",
                        "threads: 1 # --threads",
                        "seed: 0 # default");
        Path moved = Files.move(folder.path(), runs.resolve("moved"));
        assertThat(RunFolder.open(moved).experiment().model().file())
                .isEqualTo(moved.resolve("ventral.dyn").toString());
    }

    @Test
    void othersMayReadARunAsTheyMayReadOtherFiles() throws IOException {
        assumeTrue(runs.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions here");
        RunFolder folder = RunFolder.create(runs, "a", experiment());
        Path usual = Files.createFile(runs.resolve("usual"));
        assertThat(Files.getPosixFilePermissions(folder.path().resolve(RunFolder.EXPERIMENT)))
                .isEqualTo(Files.getPosixFilePermissions(usual));
    }

    @Test
    void textsAreKeptAndReplaced() throws IOException {
        RunFolder folder = RunFolder.create(runs, "a", experiment());
        folder.keep("generated/Ventral.java", "class Ventral {}");
        folder.keep("generated/Ventral.java", "final class Ventral {}");
        assertThat(folder.path().resolve("generated/Ventral.java")).hasContent("final class Ventral {}");
    }

    private void assertRefused(String from, String to, String message) throws IOException {
        RunFolder folder = RunFolder.create(runs, "bad", experiment());
        Path file = folder.path().resolve(RunFolder.EXPERIMENT);
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
        assertThatThrownBy(() -> RunFolder.open(folder.path()))
                .isInstanceOf(BadSettings.class)
                .hasMessageContainingAll(file.toString(), message);
    }

    @Test
    void anExperimentThatWasTamperedWithSaysWhere() throws IOException {
        assertRefused("epochs: 3", "epoch: 3", "there is no setting 'epoch' in training");
        assertRefused("epochs: 3", "epochs: three", "training.epochs is a whole number, not 'three'");
        assertRefused("epochs: 3", "epochs: [3", "this is no YAML");
        assertRefused("kind: adamw", "kind: lion", "there is no kind 'lion' of training.optimizer");
    }

    @Test
    void whatIsNoRunFolderIsRefused() {
        assertThatThrownBy(() -> RunFolder.open(runs.resolve("none")))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("there is no such folder");
        assertThatThrownBy(() -> RunFolder.open(runs))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("experiment.yaml");
    }
}
