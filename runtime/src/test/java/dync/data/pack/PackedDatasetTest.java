package dync.data.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dync.data.Dataset;
import dync.data.HeldOut;
import dync.data.ImageSet;
import dync.data.ImageSize;
import dync.data.Images;
import dync.data.Normalisation;
import dync.data.Picture;
import dync.data.Split;
import dync.data.synthetic.Shapes;
import dync.runtime.BadFile;
import dync.runtime.UserError;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedDatasetTest {
    private static final Dataset SHAPES = new Shapes(3, 20, 24, 30, 12, 4);

    @TempDir
    Path folder;

    private Path pack(Dataset set, PackPlan plan) {
        return Packs.write(set, plan, folder.resolve("set.pack"));
    }

    @Test
    void imagesToValidateOnAreTakenFromThoseToTrainOn() {
        Dataset packed = PackedDataset.open(pack(SHAPES, PackPlan.AS_THEY_ARE));
        assertThat(packed.images(Split.VALIDATION).size()).isZero();
        Dataset split = HeldOut.from(packed, Split.VALIDATION, 0.34, 0);
        assertThat(split.images(Split.VALIDATION).size()).isEqualTo(10);
        assertThat(split.images(Split.TRAIN).size()).isEqualTo(20);
        assertThat(split.images(Split.TEST).size()).isEqualTo(12);
    }

    @Test
    void aPackedSetSaysAndHoldsWhatTheSetDoes() {
        PackedDataset packed = PackedDataset.open(pack(SHAPES, PackPlan.AS_THEY_ARE));
        assertThat(packed.name()).isEqualTo("shapes");
        assertThat(packed.classes()).isEqualTo(SHAPES.classes());
        assertThat(packed.imageSize()).contains(new ImageSize(3, 20, 24));
        for (int c = 0; c < 3; c++) {
            assertThat(packed.normalisation().mean(c))
                    .isEqualTo(SHAPES.normalisation().mean(c));
            assertThat(packed.normalisation().deviation(c))
                    .isEqualTo(SHAPES.normalisation().deviation(c));
        }
        assertThat(packed.images(Split.VALIDATION).size()).isZero();
        for (Split split : List.of(Split.TRAIN, Split.TEST)) {
            Images images = packed.images(split);
            assertThat(images.size()).isEqualTo(SHAPES.images(split).size());
            for (int i = 0; i < images.size(); i++) {
                assertThat(images.label(i)).isEqualTo(SHAPES.images(split).label(i));
                // a byte has 256 values
                assertThat(Packs.read(packed, split, i))
                        .containsExactly(Packs.read(SHAPES, split, i), within(0.5f / 255 + 1e-6f));
            }
        }
        assertThat(folder.resolve("set.pack.part")).doesNotExist();
        assertThat(packed.describe()).isEqualTo("shapes: 30 + 12 images, 3×20×24, 10 classes; as they are");
    }

    @Test
    void classesKeepTheirIds() {
        List<String> ids = IntStream.range(0, 10).mapToObj(i -> "n0000000" + i).toList();
        Dataset synsets = ImageSet.of(
                        "synsets", 3, SHAPES::imageSize, ids, Map.of(Split.TRAIN, SHAPES.images(Split.TRAIN)))
                .calling(SHAPES.classes());
        PackedDataset packed = PackedDataset.open(pack(synsets, PackPlan.AS_THEY_ARE));
        assertThat(packed.classes()).isEqualTo(SHAPES.classes());
        assertThat(packed.classIds()).isEqualTo(ids);
    }

    @Test
    void aFileThatShrinksWhileItIsOpenIsTold() throws IOException {
        Path file = pack(SHAPES, PackPlan.AS_THEY_ARE);
        PackedDataset packed = PackedDataset.open(file);
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(4096);
        }
        assertThatThrownBy(() -> Packs.read(packed, Split.TEST, 11))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("has become shorter since it was opened");
    }

    @Test
    void packingAPackedSetLosesNothing() throws IOException {
        Path once = pack(SHAPES, PackPlan.AS_THEY_ARE);
        Path twice = Packs.write(PackedDataset.open(once), PackPlan.AS_THEY_ARE, folder.resolve("twice.pack"));
        assertThat(twice).hasSameBinaryContentAs(once);
    }

    @Test
    void imagesAreResizedAndCutOut() {
        PackPlan shorter = new PackPlan(Optional.of(10), false, new Encoding.Raw());
        assertThat(PackedDataset.open(pack(SHAPES, shorter)).imageSize()).contains(new ImageSize(3, 10, 12));
        PackPlan square = new PackPlan(Optional.of(10), true, new Encoding.Raw());
        assertThat(PackedDataset.open(pack(SHAPES, square)).imageSize()).contains(new ImageSize(3, 10, 10));
        assertThatThrownBy(() -> new PackPlan(Optional.empty(), true, new Encoding.Raw()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("only if its size is known");
    }

    @Test
    void jpegIsCloseAndSmall() throws IOException {
        for (int channels : new int[] {1, 3}) {
            Dataset smooth = new Waves(channels, 96, 80);
            Path raw = Packs.write(smooth, PackPlan.AS_THEY_ARE, folder.resolve("raw" + channels + ".pack"));
            PackPlan plan = new PackPlan(Optional.empty(), false, new Encoding.Jpeg(95));
            Path file = Packs.write(smooth, plan, folder.resolve("jpeg" + channels + ".pack"));
            assertThat(Files.size(file)).isLessThan(Files.size(raw) / 2);
            PackedDataset packed = PackedDataset.open(file);
            for (int i = 0; i < 4; i++) {
                assertThat(Packs.read(packed, Split.TRAIN, i))
                        .containsExactly(Packs.read(smooth, Split.TRAIN, i), within(0.06f));
            }
        }
    }

    @Test
    void imagesOfDifferentSizesStayWhatTheyAre() {
        Dataset waves = new Waves(3, 0, 0);
        PackedDataset packed = PackedDataset.open(pack(waves, PackPlan.AS_THEY_ARE));
        assertThat(packed.imageSize()).isEmpty();
        assertThat(packed.describe()).startsWith("waves: 8 + 8 + 8 images, 3 channels, of different sizes");
        assertThat(Packs.read(packed, Split.VALIDATION, 5)).hasSameSizeAs(Packs.read(waves, Split.TRAIN, 5));
        Picture picture = new Picture();
        packed.images(Split.TRAIN).read(3, picture);
        assertThat(new ImageSize(picture.channels(), picture.height(), picture.width()))
                .isEqualTo(new ImageSize(3, 13, 23));
    }

    @Test
    void severalMappingsReadAsOne() {
        Path file = pack(SHAPES, PackPlan.AS_THEY_ARE);
        Dataset whole = PackedDataset.open(file);
        for (long stride : new long[] {64, 1000, 4096}) {
            Dataset pieces = PackedDataset.open(file, stride);
            for (int i = 0; i < 30; i++) {
                assertThat(Packs.read(pieces, Split.TRAIN, i)).isEqualTo(Packs.read(whole, Split.TRAIN, i));
            }
        }
    }

    /** The last sample is moved behind a hole of 5 GB, which takes no room on the disk. */
    @Test
    void filesOfManyGigabytesCanBeRead() throws IOException {
        Path file = pack(SHAPES, PackPlan.AS_THEY_ARE);
        float[] last = Packs.read(PackedDataset.open(file), Split.TEST, 11);
        Forged forged = Forged.of(file);
        int entry = forged.entry(41);
        long from = forged.bytes().getLong(entry);
        byte[] sample = new byte[forged.bytes().getInt(entry + 8)];
        forged.bytes().get((int) from, sample);
        long far = 5_000_000_000L;
        forged.bytes().putLong(entry, far).putLong(24, far + sample.length);
        forged.mend();
        Files.write(file, forged.bytes().array());
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.seek(far);
            out.write(sample);
        }
        assertThat(Packs.read(PackedDataset.open(file), Split.TEST, 11)).isEqualTo(last);
    }

    @Test
    void manyThreadsReadAtOnce() {
        PackedDataset packed = PackedDataset.open(pack(SHAPES, PackPlan.AS_THEY_ARE));
        List<Integer> wrong = new ArrayList<>();
        IntStream.range(0, 3000).parallel().forEach(i -> {
            float[] image = Packs.read(packed, Split.TRAIN, i % 30);
            if (Math.abs(image[7] - Packs.read(SHAPES, Split.TRAIN, i % 30)[7]) > 0.003f) {
                synchronized (wrong) {
                    wrong.add(i);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void aSampleThatWasDamagedIsNamedWhenItIsRead() throws IOException {
        Path file = pack(SHAPES, PackPlan.AS_THEY_ARE);
        Forged forged = Forged.of(file);
        int at = (int) forged.bytes().getLong(forged.entry(5)) + 100;
        forged.bytes().put(at, (byte) (forged.bytes().get(at) ^ 1));
        Files.write(file, forged.bytes().array());
        PackedDataset packed = PackedDataset.open(file);
        Packs.read(packed, Split.TRAIN, 4);
        assertThatThrownBy(() -> Packs.read(packed, Split.TRAIN, 5))
                .isInstanceOf(BadFile.class)
                .hasMessage(file + ": is damaged: sample 5 does not have its sum");
        assertThatThrownBy(() -> packed.check(done -> assertThat(done).isLessThan(6)))
                .isInstanceOf(BadFile.class);
    }

    @Test
    void aMissingFileSaysHowToMakeIt() {
        Path missing = folder.resolve("none.pack");
        assertThatThrownBy(() -> PackedDataset.open(missing))
                .isInstanceOfSatisfying(BadFile.class, bad -> assertThat(bad.help())
                        .contains("make it with dync data pack SET -o " + missing));
    }

    /** The bytes of a packed file, to be changed. */
    record Forged(ByteBuffer bytes) {
        static Forged of(Path file) throws IOException {
            return new Forged(ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN));
        }

        private int indexAt() {
            return PackHeader.SIZE + (bytes.getInt(12) + 7) / 8 * 8;
        }

        int entry(int sample) {
            return indexAt() + sample * PackIndex.ENTRY;
        }

        /** Makes the sums of description, index and header right, as far as the file goes. */
        void mend() {
            int description = bytes.getInt(12);
            long samples = bytes.getLong(16);
            if (description >= 0
                    && samples >= 0
                    && description < bytes.capacity()
                    && samples < bytes.capacity()
                    && indexAt() + samples * PackIndex.ENTRY <= bytes.capacity()) {
                bytes.putInt(32, PackHeader.sum(bytes.array(), PackHeader.SIZE, description));
                bytes.putInt(36, PackHeader.sum(bytes.array(), indexAt(), (int) samples * PackIndex.ENTRY));
            }
            bytes.putInt(40, PackHeader.sum(bytes.array(), 0, 40));
        }
    }

    /** Smooth images; with a height of 0 every image has its own size. */
    record Waves(int channels, int height, int width) implements Dataset, Images {
        @Override
        public String name() {
            return "waves";
        }

        @Override
        public Optional<ImageSize> imageSize() {
            return height == 0 ? Optional.empty() : Optional.of(new ImageSize(channels, height, width));
        }

        @Override
        public List<String> classes() {
            return List.of("even", "odd");
        }

        @Override
        public Normalisation normalisation() {
            return Normalisation.of(
                    new float[channels],
                    IntStream.range(0, channels)
                            .collect(() -> new float[channels], (all, c) -> all[c] = 1, (one, other) -> {}));
        }

        @Override
        public Images images(Split split) {
            return this;
        }

        @Override
        public int size() {
            return 8;
        }

        @Override
        public int label(int index) {
            return index % 2;
        }

        @Override
        public void read(int index, Picture into) {
            into.shape(channels, height == 0 ? 10 + index : height, height == 0 ? 20 + index : width);
            for (int y = 0; y < into.height(); y++) {
                for (int x = 0; x < into.width(); x++) {
                    for (int c = 0; c < channels; c++) {
                        into.values()[into.at(y, x) + c] =
                                (float) (0.5 + 0.3 * Math.sin(0.1 * x + 0.05 * y * (index + 1) + 0.3 * c));
                    }
                }
            }
        }
    }
}
