package dync.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Tag;
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
    void aRunKilledThreeTimesEndsWithTheBytesOfAnUndisturbedOne() throws Exception {
        killAndResume(3, 5);
    }

    /** Some of the moments are while the machine starts or resumes. */
    @Test
    @Tag("long")
    void aRunKilledTwentyTimesEndsWithTheBytesOfAnUndisturbedOne() throws Exception {
        killAndResume(20, 25);
    }

    private void killAndResume(int kills, int length) throws Exception {
        String epochs = String.valueOf(length);
        // so many batches at most from one kill to the next that the run cannot end before the last
        int span = length * 20 / (kills + 5);
        Path straight = Runs.train(runs.resolve("straight"), Crash.Finite.experiment(epochs))
                .checkpoint();
        Random random = new Random();
        for (int kill = 0; kill < kills; kill++) {
            Path output = runs.resolve("output-" + kill);
            Process process =
                    Crash.start("", Crash.Finite.class, output, runs.toString(), kill == 0 ? "new" : "on", epochs);
            try {
                // every third while it starts or resumes, the others while it learns, tests and writes
                boolean starting = kill % 3 == 2;
                awaitLines(starting ? 1 : 1 + random.nextInt(span), output, starting ? "up" : "batch", process);
                process.waitFor(random.nextInt(100), TimeUnit.MILLISECONDS);
            } finally {
                process.destroyForcibly();
            }
            Crash.waitFor(process);
        }
        Path output = runs.resolve("output");
        Crash.waitFor(Crash.start("", Crash.Finite.class, output, runs.toString(), "on", epochs));
        assertThat(Files.readAllLines(output)).last().isEqualTo("end after epoch " + epochs);
        Path resumed = runs.resolve("tiny");
        assertThat(resumed.resolve(straight.getFileName())).hasSameBinaryContentAs(straight);
        assertThat(figures(resumed)).isEqualTo(figures(straight.getParent()));
        assertThat(checkpoints(resumed)).isEqualTo(checkpoints(straight.getParent()));
    }

    /** The metrics without what depends on the clock. */
    private static List<String> figures(Path run) throws IOException {
        return Files.readAllLines(run.resolve("metrics.csv")).stream()
                .map(line -> String.join(",", List.of(line.split(",")).subList(0, 8)))
                .toList();
    }

    private static List<String> checkpoints(Path run) throws IOException {
        try (var files = Files.list(run)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("checkpoint-"))
                    .sorted()
                    .toList();
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
                RunFolder.open(disk.resolve("tiny")).load(net, notes::add);
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
                    .containsExactlyInAnyOrder("experiment.yaml", ".lock");
        }
    }
}
