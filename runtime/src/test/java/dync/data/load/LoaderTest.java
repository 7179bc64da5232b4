package dync.data.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.data.Dataset;
import dync.data.ImageSize;
import dync.data.Images;
import dync.data.Normalisation;
import dync.data.Picture;
import dync.data.Split;
import dync.data.synthetic.Shapes;
import dync.data.transform.Erase;
import dync.data.transform.NormalisationSettings;
import dync.data.transform.Preparation;
import dync.data.transform.Preset;
import dync.data.transform.TransformSettings;
import dync.runtime.Stimulus;
import dync.runtime.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;

class LoaderTest {
    private static final Dataset SHAPES = new Shapes(3, 8, 8, 50, 20, 0);

    private record Seen(int index, List<Integer> labels, double[] pixels) {}

    private static LoaderSettings settings(int batch, boolean dropLast, int prefetch) {
        return new LoaderSettings(batch, 0, Order.SHUFFLED, 5, new LoadSettings(2, prefetch, dropLast));
    }

    private static List<Seen> read(LoaderSettings settings, long pass, int first) {
        List<Seen> seen = new ArrayList<>();
        try (Pass batches = new Loader(SHAPES, Split.TRAIN, settings).pass(pass, first)) {
            while (batches.hasNext()) {
                try (PointerScope scope = new PointerScope()) {
                    Batch batch = batches.next();
                    assertThat(batch.images().size(0)).isEqualTo(batch.size());
                    seen.add(new Seen(
                            batch.index(),
                            Arrays.stream(batch.labels()).boxed().toList(),
                            Tensors.values(batch.images())));
                }
            }
        }
        return seen;
    }

    private static void assertSame(List<Seen> one, List<Seen> other) {
        assertThat(one).usingRecursiveComparison().isEqualTo(other);
    }

    @Test
    void prefetchingChangesNothing() {
        List<Seen> plain = read(settings(8, false, 0), 3, 0);
        assertThat(plain).hasSize(7);
        assertThat(plain.get(6).labels()).hasSize(2);
        assertSame(read(settings(8, false, 1), 3, 0), plain);
        assertSame(read(settings(8, false, 5), 3, 0), plain);
    }

    private static List<Seen> augmented(LoadSettings load, int batch, long pass, int first) {
        TransformSettings transforms = new TransformSettings(
                List.of(new Preset.Base(), new Erase(0.5, 0.02, 0.33, 0.3, 3.3, 0)),
                List.of(),
                new NormalisationSettings.OfSet());
        List<Seen> seen = new ArrayList<>();
        Loader loader = new Loader(
                new Preparation(SHAPES, Split.TRAIN, transforms),
                LoaderSettings.shuffled(batch, 9).with(load));
        try (Pass batches = loader.pass(pass, first)) {
            while (batches.hasNext()) {
                try (PointerScope scope = new PointerScope()) {
                    Batch one = batches.next();
                    seen.add(new Seen(
                            one.index(), Arrays.stream(one.labels()).boxed().toList(), Tensors.values(one.images())));
                }
            }
        }
        return seen;
    }

    @Test
    void neitherThreadsNorTheirLeadNorWhereAPassBeginsChangesWhatIsSeen() {
        List<Seen> alone = augmented(new LoadSettings(0, 0, false), 8, 2, 0);
        for (int workers : new int[] {1, 2, 5}) {
            for (int prefetch : new int[] {1, 3}) {
                assertSame(augmented(new LoadSettings(workers, prefetch, false), 8, 2, 0), alone);
            }
        }
        assertSame(augmented(new LoadSettings(3, 2, false), 8, 2, 5), alone.subList(5, 7));
        assertThat(augmented(LoadSettings.STANDARD, 8, 3, 0).get(0).pixels())
                .isNotEqualTo(alone.get(0).pixels());
    }

    @Test
    void theSizeOfABatchDoesNotChangeHowAnImageIsAugmented() {
        assertThat(pixels(augmented(LoadSettings.STANDARD, 8, 2, 0)))
                .containsExactly(pixels(augmented(LoadSettings.STANDARD, 5, 2, 0)));
    }

    private static double[] pixels(List<Seen> seen) {
        return seen.stream().flatMapToDouble(one -> Arrays.stream(one.pixels())).toArray();
    }

    @Test
    void aCopyOfABatchOutlivesTheNext() {
        try (PointerScope scope = new PointerScope();
                Pass pass = new Loader(SHAPES, Split.TRAIN, settings(8, false, 1)).pass(0, 0)) {
            Batch copy = pass.next().copy();
            double[] before = Tensors.values(copy.images());
            while (pass.hasNext()) {
                pass.next();
            }
            assertThat(Tensors.values(copy.images())).containsExactly(before);
        }
    }

    @Test
    void aPassTellsHowLongItWasWaitedFor() {
        try (PointerScope scope = new PointerScope();
                Pass pass = new Loader(new Broken(), Split.TRAIN, LoaderSettings.inOrder(4)).pass(0, 0)) {
            assertThat(pass.waitedNanos()).isZero();
            pass.next();
            assertThat(pass.waitedNanos()).isPositive();
        }
    }

    @Test
    void aPassCanBeTakenUpInTheMiddle() {
        assertSame(
                read(settings(8, false, 2), 3, 4),
                read(settings(8, false, 2), 3, 0).subList(4, 7));
        assertThat(read(settings(8, false, 2), 3, 7)).isEmpty();
    }

    @Test
    void everyPassHasAnOrderOfItsOwnThatHoldsEveryImageOnce() {
        Loader loader = new Loader(SHAPES, Split.TRAIN, settings(8, false, 2));
        assertThat(loader.order(0)).containsExactly(loader.order(0)).isNotEqualTo(loader.order(1));
        int[] sorted = loader.order(1).clone();
        Arrays.sort(sorted);
        assertThat(sorted)
                .containsExactly(java.util.stream.IntStream.range(0, 50).toArray());
    }

    @Test
    void pixelsAreNormalisedAndBelongToTheirLabels() {
        List<Seen> seen = read(LoaderSettings.inOrder(10), 0, 0);
        assertThat(seen.get(2).labels()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        Picture image = new Picture();
        SHAPES.images(Split.TRAIN).read(21, image);
        double[] wanted = new double[3 * 64];
        for (int i = 0; i < wanted.length; i++) {
            int channel = i / 64;
            wanted[i] = (image.values()[i % 64 * 3 + channel]
                            - SHAPES.normalisation().mean(channel))
                    / SHAPES.normalisation().deviation(channel);
        }
        double[] got = Arrays.copyOfRange(seen.get(2).pixels(), wanted.length, 2 * wanted.length);
        assertThat(got).containsExactly(wanted, org.assertj.core.data.Offset.offset(1e-5));
    }

    @Test
    void aStillStimulusTakesTheMemoryOfABatchAsItIs() {
        for (int channels : new int[] {1, 3}) {
            Dataset set = new Shapes(channels, 8, 8, 20, 20, 0);
            try (PointerScope scope = new PointerScope();
                    Pass pass = new Loader(set, Split.TRAIN, LoaderSettings.inOrder(4)).pass(0, 0)) {
                Batch batch = pass.next();
                assertThat(Stimulus.still(batch.images(), 3).frame("input", 0).data_ptr())
                        .isEqualTo(batch.images().data_ptr());
            }
        }
    }

    @Test
    void aLimitTakesTheSameImagesEveryTimeAndNotTheFirst() {
        Loader loader = new Loader(SHAPES, Split.TRAIN, settings(8, false, 2).limitedTo(12));
        assertThat(loader.images()).isEqualTo(12);
        int[] one = loader.order(0).clone();
        int[] two = loader.order(1).clone();
        Arrays.sort(one);
        Arrays.sort(two);
        assertThat(one).containsExactly(two).doesNotHaveDuplicates();
        assertThat(one[11]).isGreaterThan(11);
        assertThat(new Loader(SHAPES, Split.TRAIN, settings(8, false, 2).limitedTo(80)).images())
                .isEqualTo(50);
    }

    @Test
    void aLastBatchThatIsNotFullIsKeptOrDropped() {
        assertThat(new Loader(SHAPES, Split.TRAIN, settings(8, false, 2)).batches())
                .isEqualTo(7);
        Loader dropping = new Loader(SHAPES, Split.TRAIN, settings(8, true, 2));
        assertThat(dropping.batches()).isEqualTo(6);
        assertThat(dropping.images()).isEqualTo(48);
        assertThat(new Loader(SHAPES, Split.TRAIN, settings(10, true, 2)).batches())
                .isEqualTo(5);
    }

    @Test
    void anErrorWhileReadingReachesWhoAsksForTheBatch() {
        Dataset broken = new Broken();
        for (int prefetch : new int[] {0, 2}) {
            try (Pass pass = new Loader(
                            broken, Split.TRAIN, LoaderSettings.inOrder(4).with(new LoadSettings(2, prefetch, false)))
                    .pass(0, 0)) {
                pass.next();
                assertThatThrownBy(pass::next).hasMessage("image 5 is broken");
            }
        }
    }

    @Test
    void closingEarlyEndsTheThreadAndAnEndedPassSaysSo() {
        Pass pass = new Loader(SHAPES, Split.TRAIN, settings(2, false, 2)).pass(0, 0);
        pass.next();
        pass.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("dync-loader"));
        assertThat(pass.hasNext()).isFalse();
        assertThatThrownBy(pass::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void settingsThatCannotBeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoaderSettings.inOrder(0))
                .withMessageContaining("a batch of 0");
    }

    /** A set whose image 5 cannot be read. */
    private static final class Broken implements Dataset, Images {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public int channels() {
            return 1;
        }

        @Override
        public Optional<ImageSize> imageSize() {
            return Optional.of(new ImageSize(1, 1, 1));
        }

        @Override
        public List<String> classes() {
            return List.of("one");
        }

        @Override
        public Normalisation normalisation() {
            return Normalisation.of(new float[] {0}, new float[] {1});
        }

        @Override
        public Images images(Split split) {
            return this;
        }

        @Override
        public int size() {
            return 12;
        }

        @Override
        public int label(int index) {
            return 0;
        }

        @Override
        public void read(int index, Picture into) {
            into.shape(1, 1, 1);
            if (index == 5) {
                throw new IllegalStateException("image 5 is broken");
            }
        }
    }
}
