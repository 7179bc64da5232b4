package dync.data.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.data.Dataset;
import dync.data.synthetic.Shapes;
import dync.runtime.BadFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that pack are killed, as by kill -9, at random moments; the next goes on. */
class KilledPackerTest {
    private static final Dataset SET = new Shapes(3, 32, 32, 4000, 400, 1);

    @TempDir
    Path folder;

    /** The process that is killed. */
    static final class Packing {
        public static void main(String[] arguments) {
            new Packer(SET, PackPlan.AS_THEY_ARE)
                    .write(
                            Path.of(arguments[0]),
                            new PackListener() {
                                @Override
                                public void packed(int done, int all) {
                                    System.out.println(done);
                                }

                                @Override
                                public void note(String line) {
                                    System.out.println(line);
                                }
                            },
                            () -> false);
        }
    }

    private static Process start(Path file, Path said) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Packing.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    @Test
    void afterAnyNumberOfKillsTheFileIsThatOfAnUndisturbedRun() throws IOException, InterruptedException {
        Path calm = Packs.write(SET, PackPlan.AS_THEY_ARE, folder.resolve("calm.pack"));
        Path file = folder.resolve("killed.pack");
        Random random = new Random(7);
        int killed = 0;
        int goneOn = 0;
        for (int attempt = 0; attempt < 40 && !Files.exists(file); attempt++) {
            Path said = folder.resolve("said.txt");
            Files.deleteIfExists(said);
            Process process = start(file, said);
            try {
                long enough = 4L * random.nextInt(500);
                while (process.isAlive() && (killed >= 8 || !Files.exists(said) || Files.size(said) <= enough)) {
                    process.waitFor(2, TimeUnit.MILLISECONDS);
                }
                killed += process.isAlive() ? 1 : 0;
                process.destroyForcibly();
                process.waitFor();
            } finally {
                process.destroyForcibly();
            }
            goneOn += Files.readString(said).startsWith("going on after") ? 1 : 0;
        }
        assertThat(killed).isGreaterThanOrEqualTo(3);
        assertThat(goneOn).isGreaterThanOrEqualTo(2);
        assertThat(file).hasSameBinaryContentAs(calm);
        assertThat(folder.resolve("killed.pack.part")).doesNotExist();
    }

    @Test
    void whatWasBegunOtherwiseIsBegunAnew() throws IOException {
        Dataset small = new Shapes(1, 16, 16, 200, 20, 1);
        Path file = folder.resolve("a.pack");
        List<String> notes = new ArrayList<>();
        assertThat(write(small, file, notes, 50)).isFalse();
        assertThat(file).doesNotExist();
        assertThat(write(new Shapes(1, 16, 16, 190, 30, 1), file, notes, 10)).isFalse();
        assertThat(notes).isEmpty();
        assertThat(write(new Shapes(1, 16, 16, 190, 30, 1), file, notes, Integer.MAX_VALUE))
                .isTrue();
        assertThat(notes).hasSize(1).first().asString().startsWith("going on after 10 of 220 images");
        PackedDataset.open(file).check(done -> {});
    }

    @Test
    void twoCannotWriteTheSameFile() {
        Dataset small = new Shapes(1, 16, 16, 200, 20, 1);
        Path file = folder.resolve("b.pack");
        new Packer(small, PackPlan.AS_THEY_ARE).write(file, Packs.SILENT, () -> {
            assertThatThrownBy(() -> Packs.write(small, PackPlan.AS_THEY_ARE, file))
                    .isInstanceOf(BadFile.class)
                    .hasMessageContaining("is being written by another process");
            return true;
        });
    }

    private static boolean write(Dataset set, Path file, List<String> notes, int most) {
        int[] packed = {0};
        return new Packer(set, PackPlan.AS_THEY_ARE)
                .write(
                        file,
                        new PackListener() {
                            @Override
                            public void packed(int done, int all) {
                                packed[0] = done;
                            }

                            @Override
                            public void note(String line) {
                                notes.add(line);
                            }
                        },
                        () -> packed[0] >= most);
    }
}
