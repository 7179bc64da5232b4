package dync.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dync.data.Dataset;
import dync.data.ImageSize;
import dync.data.Picture;
import dync.data.Split;
import dync.runtime.BadFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFileTest {
    @TempDir
    Path folder;

    static byte[] idx(byte[] values, int... shape) {
        ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * shape.length + values.length);
        buffer.put(new byte[] {0, 0, 8, (byte) shape.length});
        for (int length : shape) {
            buffer.putInt(length);
        }
        return buffer.put(values).array();
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private void assertRefused(byte[] bytes, String... parts) throws IOException {
        Path path = file("bad-idx", bytes);
        assertThatThrownBy(() -> IdxFile.read(path))
                .isInstanceOfSatisfying(
                        BadFile.class, bad -> assertThat(bad.help()).isPresent())
                .hasMessageContaining(path.toString())
                .hasMessageContainingAll(parts);
    }

    @Test
    void plainAndCompressedFilesReadTheSame() throws IOException {
        byte[] bytes = idx(new byte[] {1, 2, 3, (byte) 200, 5, 6}, 1, 2, 3);
        for (Path path : List.of(file("plain", bytes), file("zipped.gz", gzip(bytes)))) {
            IdxFile read = IdxFile.read(path);
            assertThat(read.shape()).isEqualTo("1×2×3");
            assertThat(read.value(3)).isEqualTo(200);
        }
    }

    @Test
    void aFileThatIsCutOffSaysWhatIsThere() throws IOException {
        byte[] bytes = idx(new byte[12], 3, 2, 2);
        assertRefused(Arrays.copyOf(bytes, 20), "cut off", "3×2×2 = 12", "4 are there");
        assertRefused(Arrays.copyOf(bytes, 9), "within its header");
        assertRefused(new byte[0], "within its header");
        byte[] zipped = gzip(bytes);
        assertRefused(Arrays.copyOf(zipped, zipped.length - 9), "cut off");
    }

    @Test
    void aFileThatIsTooLongIsRefused() throws IOException {
        assertRefused(idx(new byte[13], 3, 2, 2), "goes on after its end", "3×2×2 = 12 values");
    }

    @Test
    void aWrongBeginningIsRefused() throws IOException {
        assertRefused("PNG, really".getBytes(StandardCharsets.UTF_8), "no IDX file", "50 4e");
        assertRefused(new byte[] {0, 0, 0x0d, 1, 0, 0, 0, 1, 0, 0, 0, 0}, "type 0x0d");
        assertRefused(new byte[] {0, 0, 8, 9}, "9 axes");
        assertRefused(new byte[] {0, 0, 8, 0}, "0 axes");
    }

    @Test
    void absurdSizesAreRefusedBeforeAnythingIsAllocated() throws IOException {
        assertRefused(idx(new byte[3], -1, -1, -1), "4294967295×4294967295×4294967295");
        assertRefused(idx(new byte[3], 0, 28, 28), "0×28×28");
        assertRefused(idx(new byte[3], 2_000_000_000), "2000000000");
        // within the limit, but not there
        assertRefused(idx(new byte[3], 1_000_000_000), "3 are there");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> IdxFile.read(folder.resolve("nothing")))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("nothing: is not there");
    }

    @Test
    void aFolderOfFourFilesIsADataSet() throws IOException {
        write(folder, 3, 2);
        Dataset set = IdxDataset.read(folder, List.of());
        assertThat(set.classes()).containsExactly("0", "1", "2");
        assertThat(set.images(Split.TEST).size()).isEqualTo(2);
        assertThat(set.imageSize()).contains(new ImageSize(1, 2, 2));
        Picture image = new Picture();
        set.images(Split.TRAIN).read(1, image);
        assertThat(image.values()).containsExactly(new float[] {4 / 255f, 5 / 255f, 6 / 255f, 7 / 255f}, within(1e-7f));
    }

    @Test
    void filesThatDoNotGoTogetherAreRefused() throws IOException {
        write(folder, 3, 2);
        file("t10k-labels-idx1-ubyte", idx(new byte[5], 5));
        assertThatThrownBy(() -> IdxDataset.read(folder, List.of()))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("5 labels for the 2 images in t10k-images-idx3-ubyte");
        file("t10k-labels-idx1-ubyte", idx(new byte[] {0, 77}, 2));
        assertThatThrownBy(() -> IdxDataset.read(folder, List.of("a", "b", "c")))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("image 1 the label 77");
        file("t10k-labels-idx1-ubyte", idx(new byte[8], 2, 2, 2));
        assertThatThrownBy(() -> IdxDataset.read(folder, List.of()))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("labels are one number an image");
    }

    /** A tiny set: image i is filled with the values 4·i …, label i modulo 3. */
    static void write(Path folder, int train, int test) throws IOException {
        for (var part : List.of(java.util.Map.entry("train", train), java.util.Map.entry("t10k", test))) {
            int n = part.getValue();
            byte[] pixels = new byte[4 * n];
            byte[] labels = new byte[n];
            for (int i = 0; i < 4 * n; i++) {
                pixels[i] = (byte) i;
                labels[i / 4] = (byte) (i / 4 % 3);
            }
            Files.write(folder.resolve(part.getKey() + "-images-idx3-ubyte"), idx(pixels, n, 2, 2));
            Files.write(folder.resolve(part.getKey() + "-labels-idx1-ubyte"), idx(labels, n));
        }
    }
}
