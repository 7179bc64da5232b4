package dync.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dync.data.Dataset;
import dync.data.ImageSize;
import dync.data.Images;
import dync.data.Picture;
import dync.data.Samples;
import dync.data.Split;
import dync.runtime.BadFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrayDatasetTest {
    private static Dataset read(String name) {
        return ArrayDataset.read(Samples.path("format/" + name), ArraySettings.STANDARD);
    }

    private static void assertFollowsTheRule(Dataset set, Split split, int count) {
        Images images = set.images(split);
        assertThat(images.size()).isEqualTo(count);
        Picture picture = new Picture();
        for (int i = 0; i < count; i++) {
            images.read(i, picture);
            assertThat(images.label(i)).isEqualTo(i % 3);
            assertThat(picture.height()).isEqualTo(5);
            assertThat(picture.width()).isEqualTo(4);
            for (int row = 0; row < 5; row++) {
                for (int column = 0; column < 4; column++) {
                    for (int c = 0; c < picture.channels(); c++) {
                        assertThat(picture.values()[picture.at(row, column) + c])
                                .as("image %d, pixel %d, %d, channel %d", i, row, column, c)
                                .isCloseTo(Samples.pixel(i, row, column, c) / 255f, within(1e-6f));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"channels_first.npz", "npy", "contiguous.h5", "latest.h5"})
    void whatPythonWroteIsReadToTheLastPixel(String name) {
        Dataset set = read(name);
        assertThat(set.imageSize()).contains(new ImageSize(3, 5, 4));
        assertThat(set.classes()).containsExactly("0", "1", "2");
        assertFollowsTheRule(set, Split.TRAIN, 6);
        assertThat(set.images(Split.TEST).size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"big_endian.npz", "uint16.npz", "float.h5"})
    void greyImagesHaveThreeAxesAndNumbersOfAnyOrder(String name) {
        Dataset set = read(name);
        assertThat(set.imageSize()).contains(new ImageSize(1, 5, 4));
        assertFollowsTheRule(set, Split.TRAIN, 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"train_test.npz", "chunked.h5"})
    void aFileMayHoldImagesToTestOn(String name) {
        Dataset set = read(name);
        assertFollowsTheRule(set, Split.TRAIN, 6);
        assertFollowsTheRule(set, Split.TEST, 3);
        assertThat(set.images(Split.VALIDATION).size()).isZero();
        assertThat(set.name()).isEqualTo(name.substring(0, name.indexOf('.')));
    }

    @Test
    void otherNamesAreSaidInTheSettings() {
        ArraySettings settings = new ArraySettings(
                Optional.of("pictures"),
                Optional.of("kinds"),
                Optional.empty(),
                Optional.empty(),
                ArrayLayout.CHANNELS_LAST,
                List.of("cat", "dog", "cow"));
        Dataset set = ArrayDataset.read(Samples.path("format/other_names.npz"), settings);
        assertFollowsTheRule(set, Split.TRAIN, 6);
        assertThat(set.classes()).containsExactly("cat", "dog", "cow");
        assertThatThrownBy(() -> read("other_names.npz"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("holds the arrays kinds, pictures");
        ArraySettings wrong = new ArraySettings(
                Optional.of("picture"),
                Optional.of("kinds"),
                Optional.empty(),
                Optional.empty(),
                ArrayLayout.FROM_SHAPE,
                List.of());
        assertThatThrownBy(() -> ArrayDataset.read(Samples.path("format/other_names.npz"), wrong))
                .isInstanceOfSatisfying(
                        BadFile.class, bad -> assertThat(bad.help()).contains("did you mean 'pictures'?"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fortran.npz|column by column",
                "words.npz|type U3, which are no numbers",
                "objects.npz|type O, which are no numbers",
                "words.h5|'labels' holds no plain numbers",
                "one_hot.npz|is float64 6×3; labels are one whole number an image",
                "ambiguous.npz|of which it cannot be said which axis",
                "integers.npz|holds int64 6×5×4×3; images are uint8",
                "half.npz|holds float16 6×5×4×3; images are uint8",
                "negative.npz|gives image 0 the label -1",
                "huge_label.npz|gives image 1 the label 1000000000",
                "few_labels.npz|holds 5 labels for 6 images",
            })
    void whatCannotBeImagesIsRefusedWithTheReason(String name, String reason) {
        assertThatThrownBy(() -> read(name))
                .isInstanceOfSatisfying(
                        BadFile.class, bad -> assertThat(bad.help()).isPresent())
                .hasMessageContaining(name)
                .hasMessageContaining(reason);
    }

    @Test
    void aPixelThatIsNoNumberIsRefusedWhenItIsRead() {
        Dataset set = read("not_finite.npz");
        assertThatThrownBy(() -> set.images(Split.TRAIN).read(2, new Picture()))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("has a pixel that is NaN in image 2");
    }

    @Test
    void severalThreadsReadTheSameAsOne() {
        Images images = read("chunked.h5").images(Split.TRAIN);
        boolean same = IntStream.range(0, 2000).parallel().allMatch(i -> {
            Picture picture = new Picture();
            images.read(i % 6, picture);
            return Math.abs(picture.values()[0] - Samples.pixel(i % 6, 0, 0, 0) / 255f) < 1e-6;
        });
        assertThat(same).isTrue();
    }
}
