package dync.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class CrashTest {
    @TempDir
    Path runs;

    private static void awaitLines(int count, Path output, String start, Process process) throws Exception {
        for (int i = 0; i < 1200 && process.isAlive(); i++) {
            if (Files.readAllLines(output).stream()
                            .filter(line -> line.startsWith(start))
                            .count()
                    >= count) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no line '" + start + "' in\n" + Files.readString(output));
    }

    @Test
    void aProcessKilledWhileItWritesCheckpointsLeavesAWholeOne() throws Exception {
        Random random = new Random();
        Position before = Position.START;
        for (int round = 0; round < 4; round++) {
            Path output = runs.resolve("output-" + round);
            Process process = Crash.start("", Crash.Training.class, output, runs.toString(), round == 0 ? "new" : "on");
            try {
                // the second line comes after the checkpoint of the first batch
                awaitLines(2, output, "batch", process);
                Thread.sleep(random.nextInt(400));
            } finally {
                process.destroyForcibly();
            }
            Crash.waitFor(process);
            List<String> notes = new ArrayList<>();
            try (TinyNet net = new TinyNet();
                    PointerScope scope = new PointerScope()) {
                RunFolder folder = RunFolder.open(runs.resolve("tiny"));
                Position position = folder.load(net, notes::add);
                assertThat(position).isGreaterThan(before);
                before = position;
            }
            // not one damaged file: not even the fallback is needed
            assertThat(notes).isEmpty();
        }
    }

    @Test
    void afterAFullDiskTheEarlierCheckpointsAndMetricsAreThere() throws Exception {
        Path disk = Files.createDirectory(runs.resolve("disk"));
        assumeTrue(mounted(disk, 400), "a small file system can only be mounted by root; see the next test");
        try {
            Path output = runs.resolve("output");
            Process process = Crash.start("", Crash.Training.class, output, disk.toString(), "new");
            awaitLines(1, output, "batch 3", process);
            byte[] filler = new byte[1 << 20];
            Path eater = disk.resolve("eater");
            try {
                Files.write(eater, filler);
            } catch (IOException full) {
                // as intended
            }
            awaitLines(1, output, "note: ", process);
            process.destroyForcibly();
            Crash.waitFor(process);
            assertThat(Files.readAllLines(output))
                    .anyMatch(line ->
                            line.matches("note: .*checkpoint-.*the disk is full; earlier checkpoints are kept.*"));
            try (TinyNet net = new TinyNet()) {
                List<String> notes = new ArrayList<>();
                RunFolder.open(disk.resolve("tiny")).checkpoints().restoreWeights(net, notes::add);
                assertThat(notes).isEmpty();
            }
        } finally {
            new ProcessBuilder("umount", "-l", disk.toString()).start().waitFor();
        }
    }

    private static boolean mounted(Path folder, int kilobytes) throws Exception {
        try {
            return new ProcessBuilder(
                                    "mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", folder.toString())
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noMount) {
            return false;
        }
    }

    @Test
    void aDiskThatTakesNoCheckpointAtAllIsKnownBeforeTraining() throws Exception {
        Path output = runs.resolve("output");
        // no file may grow beyond so many kilobytes: less than a checkpoint, more than the configuration
        Process process = Crash.start("ulimit -f 16;", Crash.Training.class, output, runs.toString(), "new");
        Crash.waitFor(process);
        String said = Files.readString(output);
        assertThat(process.exitValue()).as(said).isEqualTo(1);
        assertThat(said)
                .contains("error: ", "checkpoint-000-00000.safetensors: cannot be written")
                .doesNotContain("batch", "\tat ");
        try (var left = Files.list(runs.resolve("tiny"))) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("experiment.yaml", "metrics.csv", ".lock");
        }
    }
}
