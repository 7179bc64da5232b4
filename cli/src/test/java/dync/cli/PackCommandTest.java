package dync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aPackedSetCanBeCheckedAndTrainedOn() throws IOException {
        Path file = folder.resolve("shapes.pack");
        Session packing = Session.run("data", "pack", "shapes", "-o", file.toString(), "--resolution", "16");
        assertThat(packing.exit()).as(packing.err()).isZero();
        assertThat(packing.out()).isEqualToIgnoringNewLines(file.toString());
        assertThat(packing.err()).contains("shapes: 6000 + 1000 images, 3×16×16, 10 classes; shorter side 16");

        Session checking = Session.run("data", "check", file.toString());
        assertThat(checking.exit()).as(checking.err()).isZero();
        assertThat(checking.out()).contains("6000 + 1000 images");

        Session training = Session.run(
                "train",
                Models.tiny(folder).toString(),
                "--data",
                file.toString(),
                "--limit",
                "16",
                "--validation-limit",
                "8",
                "--batch",
                "8",
                "--epochs",
                "1",
                "--runs",
                folder.resolve("runs").toString());
        assertThat(training.exit()).as(training.err()).isZero();
        assertThat(training.err()).contains("16 images in 2 batches");
    }

    @Test
    void aDamagedFileIsFound() throws IOException {
        Path file = folder.resolve("shapes.pack");
        Session.run("data", "pack", "shapes", "-o", file.toString(), "--resolution", "8");
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.seek(Files.size(file) - 5);
            out.write(255 - out.read());
        }
        Session checking = Session.run("data", "check", file.toString());
        assertThat(checking.exit()).isEqualTo(1);
        assertThat(checking.err()).contains("is damaged: sample 6999 does not have its sum");
    }

    @Test
    void onlyOneWayToStoreCanBeAskedFor() {
        Session both = Session.run("data", "pack", "shapes", "-o", "x.pack", "--raw", "--jpeg", "80");
        assertThat(both.exit()).isEqualTo(2);
        Session wrong = Session.run("data", "pack", "shapes", "-o", "x.pack", "--jpeg", "101");
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.err()).contains("a JPEG quality of 101 is not possible");
    }
}
