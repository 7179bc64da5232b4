package dync.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dync.data.Dataset;
import dync.data.ImageSize;
import dync.data.Picture;
import dync.data.Split;
import org.junit.jupiter.api.Test;

class ShapesTest {
    private static Picture picture(Dataset set, Split split, int index) {
        Picture image = new Picture();
        set.images(split).read(index, image);
        return image;
    }

    private static float[] read(Dataset set, Split split, int index) {
        return picture(set, split, index).values();
    }

    @Test
    void theStandardSetHasItsAnnouncedSizes() {
        Dataset shapes = Shapes.standard();
        assertThat(shapes.images(Split.TRAIN).size()).isEqualTo(6000);
        assertThat(shapes.images(Split.TEST).size()).isEqualTo(1000);
        assertThat(shapes.imageSize()).contains(new ImageSize(3, 32, 32));
        assertThat(shapes.classes()).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void anImageDependsOnSeedSplitAndIndexAlone() {
        Dataset one = new Shapes(3, 16, 16, 100, 100, 7);
        Dataset same = new Shapes(3, 16, 16, 50, 100, 7);
        Dataset other = new Shapes(3, 16, 16, 100, 100, 8);
        assertThat(read(one, Split.TRAIN, 12)).isEqualTo(read(same, Split.TRAIN, 12));
        assertThat(read(one, Split.TRAIN, 12)).isNotEqualTo(read(other, Split.TRAIN, 12));
        assertThat(read(one, Split.TRAIN, 12)).isNotEqualTo(read(one, Split.TEST, 12));
        assertThat(read(one, Split.TRAIN, 12)).isNotEqualTo(read(one, Split.TRAIN, 22));
    }

    @Test
    void valuesAreFromZeroToOneAndEveryClassIsAsFrequent() {
        Dataset shapes = new Shapes(1, 20, 28, 200, 10, 0);
        int[] counts = new int[10];
        for (int i = 0; i < 200; i++) {
            counts[shapes.images(Split.TRAIN).label(i)]++;
            for (float value : read(shapes, Split.TRAIN, i)) {
                assertThat(value).isBetween(0f, 1f);
            }
        }
        assertThat(counts).containsOnly(20);
    }

    @Test
    void theNormalisationBringsTheImagesToMeanZeroAndDeviationOne() {
        Dataset shapes = Shapes.standard();
        double sum = 0;
        double squares = 0;
        long n = 0;
        for (int i = 1000; i < 1500; i++) {
            Picture image = picture(shapes, Split.TRAIN, i);
            shapes.normalisation().apply(image);
            for (float value : image.values()) {
                sum += value;
                squares += value * value;
                n++;
            }
        }
        assertThat(sum / n).isBetween(-0.08, 0.08);
        assertThat(Math.sqrt(squares / n)).isBetween(0.93, 1.07);
    }

    @Test
    void everyFigureCoversAFairPartOfTheUnitDiskAndStaysInside() {
        for (ShapeKind kind : ShapeKind.values()) {
            int inside = 0;
            int all = 0;
            for (double x = -1.5; x <= 1.5; x += 0.01) {
                for (double y = -1.5; y <= 1.5; y += 0.01) {
                    boolean in = kind.distance(x, y) < 0;
                    if (x * x + y * y > 1.05 * 1.05) {
                        assertThat(in).as("%s at %.2f, %.2f", kind, x, y).isFalse();
                    } else {
                        all++;
                        inside += in ? 1 : 0;
                    }
                }
            }
            assertThat((double) inside / all).as(kind.name()).isBetween(0.12, 0.75);
        }
    }

    @Test
    void aSetThatCannotBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shapes(2, 32, 32, 1, 1, 0))
                .withMessageContaining("2×32×32");
    }
}
