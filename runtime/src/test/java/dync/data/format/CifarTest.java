package dync.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.data.Dataset;
import dync.data.Picture;
import dync.data.Split;
import dync.runtime.BadFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarTest {
    @TempDir
    Path folder;

    /** Record i of a file has the label i and, in channel c, the value 10·c + i everywhere but at the last pixel. */
    static byte[] records(int count, int labelBytes, int first) {
        byte[] bytes = new byte[count * (labelBytes + 3072)];
        for (int i = 0; i < count; i++) {
            int at = i * (labelBytes + 3072);
            bytes[at] = 19;
            bytes[at + labelBytes - 1] = (byte) (first + i);
            for (int p = 0; p < 3072; p++) {
                bytes[at + labelBytes + p] = (byte) (10 * (p / 1024) + first + i);
            }
            bytes[at + labelBytes + 1023] = (byte) 255;
        }
        return bytes;
    }

    static void writeTen(Path folder) throws IOException {
        for (int i = 1; i <= 5; i++) {
            Files.write(folder.resolve("data_batch_" + i + ".bin"), records(2, 1, i));
        }
        Files.write(folder.resolve("test_batch.bin"), records(3, 1, 0));
        // as published: with an empty line at the end
        Files.writeString(
                folder.resolve("batches.meta.txt"),
                "airplane\nautomobile\nbird\ncat\ndeer\ndog\nfrog\nhorse\nship\ntruck\n\n");
    }

    static void writeHundred(Path folder) throws IOException {
        Files.write(folder.resolve("train.bin"), records(4, 2, 90));
        Files.write(folder.resolve("test.bin"), records(2, 2, 5));
        Files.writeString(
                folder.resolve("fine_label_names.txt"),
                IntStream.range(0, 100).mapToObj(i -> "class" + i).collect(Collectors.joining("\n")));
    }

    @Test
    void theFiveFilesOfCifar10AreOneSplit() throws IOException {
        writeTen(folder);
        Dataset set = Cifar.read(folder);
        assertThat(set.classes()).hasSize(10).startsWith("airplane").endsWith("truck");
        assertThat(set.images(Split.TRAIN).size()).isEqualTo(10);
        assertThat(set.images(Split.TEST).size()).isEqualTo(3);
        // the second image of the third file
        assertThat(set.images(Split.TRAIN).label(5)).isEqualTo(4);
        Picture picture = new Picture();
        set.images(Split.TRAIN).read(5, picture);
        assertThat(picture.values()[picture.at(0, 0)]).isEqualTo(4 / 255f);
        assertThat(picture.values()[picture.at(0, 0) + 2]).isEqualTo(24 / 255f);
        // channel after channel in the file, row by row
        assertThat(picture.values()[picture.at(31, 31)]).isEqualTo(1f);
        assertThat(picture.values()[picture.at(31, 31) + 1]).isEqualTo(14 / 255f);
    }

    @Test
    void ofCifar100TheFineLabelsAreTaken() throws IOException {
        writeHundred(folder);
        Dataset set = Cifar.read(folder);
        assertThat(set.classes()).hasSize(100);
        assertThat(set.images(Split.TRAIN).label(1)).isEqualTo(91);
        assertThat(set.images(Split.TEST).label(1)).isEqualTo(6);
    }

    @Test
    void damagedFilesAreNamed() throws IOException {
        writeTen(folder);
        Files.write(folder.resolve("data_batch_3.bin"), new byte[3072]);
        assertThatThrownBy(() -> Cifar.read(folder))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("data_batch_3.bin")
                .hasMessageContaining("its 3072 bytes are no whole number of images, which take 3073 each");
        byte[] wrong = records(2, 1, 1);
        wrong[3073] = 10;
        Files.write(folder.resolve("data_batch_3.bin"), wrong);
        assertThatThrownBy(() -> Cifar.read(folder)).hasMessageContaining("gives image 1 the label 10");
        Files.delete(folder.resolve("data_batch_3.bin"));
        assertThatThrownBy(() -> Cifar.read(folder)).hasMessageContaining("data_batch_3.bin: is not there");
    }
}
