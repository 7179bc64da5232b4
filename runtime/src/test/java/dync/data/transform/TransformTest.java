package dync.data.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.data.Dataset;
import dync.data.ImageSize;
import dync.data.Picture;
import dync.data.Split;
import dync.data.synthetic.Shapes;
import dync.runtime.UserError;
import dync.settings.BadSettings;
import dync.settings.Settings;
import dync.settings.SettingsSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransformTest {
    private static final Dataset COLOUR = new Shapes(3, 24, 20, 20, 20, 0);
    private static final Dataset GREY = new Shapes(1, 24, 20, 20, 20, 0);

    private static final List<Transform> ALL = List.of(
            new Resize(12, Optional.empty()),
            new Resize(30, Optional.of(26)),
            new CenterCrop(16, Optional.of(12)),
            new RandomCrop(20, 3, 0.5),
            new Translate(5, 0),
            new RandomResizedCrop(14, 0.08, 1, 0.75, 4 / 3.0),
            new Rotate(40, Interpolation.BILINEAR, 0.2),
            new Affine(20, 0.2, 0.8, 1.2, 15, Interpolation.NEAREST, 0),
            new FlipHorizontal(0.5),
            new FlipVertical(0.5),
            new Brightness(0.5, 0.9),
            new Contrast(0.5, 1),
            new Saturation(0.5, 1),
            new Hue(0.5),
            new Greyscale(1),
            new Greyscale(3),
            new ToColour(),
            new Cutout(9, 0.3),
            new Erase(0.9, 0.02, 0.33, 0.3, 3.3, 0),
            new Blur(5, 0.1, 2));

    private static TransformSettings training(TransformStep... steps) {
        return new TransformSettings(List.of(steps), List.of(), new NormalisationSettings.None());
    }

    private static float[] prepared(Dataset set, TransformSettings settings, int image, long stream) {
        Picture picture = new Preparation(set, Split.TRAIN, settings).hands().prepare(image, stream);
        return Arrays.copyOf(picture.values(), picture.size());
    }

    @Test
    void everyTransformMakesTheSizeThatItAnnouncesAndKeepsTheRangeOfValues() {
        for (Dataset set : List.of(COLOUR, GREY)) {
            for (Transform transform : ALL) {
                Preparation preparation = new Preparation(set, Split.TRAIN, training(transform));
                Preparation.Hands hands = preparation.hands();
                for (int image = 0; image < 20; image++) {
                    Picture picture = hands.prepare(image, 1);
                    assertThat(new ImageSize(picture.channels(), picture.height(), picture.width()))
                            .as("%s", transform)
                            .isEqualTo(preparation.imageSize());
                    for (int i = 0; i < picture.size(); i++) {
                        assertThat(picture.values()[i]).as("%s", transform).isBetween(-1e-6f, 1 + 1e-6f);
                    }
                }
            }
        }
    }

    @Test
    void whatIsRandomDependsOnSeedAndEpochAndImageAlone() {
        for (Transform transform : ALL) {
            TransformSettings settings = training(new FlipVertical(0.3), transform);
            Preparation.Hands used = new Preparation(COLOUR, Split.TRAIN, settings).hands();
            used.prepare(3, 9);
            Picture again = used.prepare(7, 1);
            assertThat(Arrays.copyOf(again.values(), again.size()))
                    .as("%s", transform)
                    .isEqualTo(prepared(COLOUR, settings, 7, 1));
        }
        TransformSettings crop = training(new RandomCrop(10, 0, 0));
        assertThat(prepared(COLOUR, crop, 7, 1)).isNotEqualTo(prepared(COLOUR, crop, 7, 2));
    }

    @Test
    void twoTransformsOfOneImageDrawDifferently() {
        // if both drew the same, two mirrorings would always give the image back
        TransformSettings twice = training(new FlipHorizontal(0.5), new FlipHorizontal(0.5));
        long mirrored = java.util.stream.LongStream.range(0, 400)
                .filter(epoch -> !Arrays.equals(prepared(COLOUR, twice, 0, epoch), prepared(COLOUR, training(), 0, 0)))
                .count();
        assertThat(mirrored).isBetween(150L, 250L);
    }

    @Test
    void randomPlacesReachEveryPlaceEvenly() {
        Draws draws = new Draws();
        int[] counts = new int[5];
        for (int image = 0; image < 10_000; image++) {
            draws.begin(3, image, 0);
            counts[draws.below(5)]++;
        }
        for (int count : counts) {
            assertThat(count).isBetween(1850, 2150);
        }
    }

    @Test
    void imagesThatAreNotTrainedOnAreNeverAugmented() {
        for (Preset preset : presets()) {
            assertThat(preset.transforms("mnist", Split.TEST))
                    .as("%s", preset)
                    .allMatch(transform -> transform instanceof Resize
                            || transform instanceof CenterCrop
                            || transform instanceof Greyscale);
        }
        TransformSettings base = new TransformSettings(
                List.of(new Preset.Base()), List.of(new Preset.Base()), new NormalisationSettings.OfSet());
        assertThat(base.of("cifar10", Split.TRAIN)).hasSize(6);
        assertThat(base.of("cifar10", Split.TEST)).isEmpty();
    }

    private static List<Preset> presets() {
        return List.of(
                new Preset.BySet(),
                new Preset.Plain(),
                new Preset.Base(),
                new Preset.Mnist(),
                new Preset.Imagenet(),
                new Preset.FfcvBase(),
                new Preset.FfcvMnist());
    }

    @Test
    void aSetHasThePresetOfItsNameOrElseBase() {
        Preset bySet = new Preset.BySet();
        assertThat(bySet.transforms("mnist", Split.TRAIN))
                .isEqualTo(new Preset.Mnist().transforms("mnist", Split.TRAIN));
        assertThat(bySet.transforms("imagenette", Split.TEST))
                .containsExactly(new Resize(256, Optional.empty()), new CenterCrop(224, Optional.empty()));
        assertThat(bySet.transforms("cifar10", Split.TRAIN))
                .isEqualTo(new Preset.Base().transforms("cifar10", Split.TRAIN));
    }

    @Test
    void transformsAreWrittenAsSettings() {
        TransformSettings read = read("""
                train: [base, {kind: cutout, size: 8}, {kind: rotate, degrees: 20 deg}]
                test: imagenet
                normalisation: {kind: figures, mean: [0.5], deviation: [0.25]}
                """);
        assertThat(read.train())
                .containsExactly(new Preset.Base(), new Cutout(8, 0), new Rotate(20, Interpolation.BILINEAR, 0));
        assertThat(read.test()).containsExactly(new Preset.Imagenet());
        assertThat(read.normalisation()).isEqualTo(new NormalisationSettings.Figures(List.of(0.5), List.of(0.25)));
        assertThat(read("{}")).isEqualTo(TransformSettings.NONE);
        assertThatThrownBy(() -> read("train: [imagnet]"))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("imagnet")
                .hasMessageContaining("imagenet");
        assertThatThrownBy(() -> read("train: [{kind: blur, kernel: 4}]"))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("blur over 4 pixels");
    }

    private static TransformSettings read(String yaml) {
        Settings<TransformSettings> settings = Settings.of(TransformSettings.class);
        return settings.read(List.of(settings.layer(SettingsSource.value("transforms.yaml", yaml))))
                .value();
    }

    @Test
    void theNormalisationFollowsTheChannels() {
        TransformSettings coloured =
                new TransformSettings(List.of(new ToColour()), List.of(), new NormalisationSettings.OfSet());
        Preparation repeated = new Preparation(GREY, Split.TRAIN, coloured);
        assertThat(repeated.imageSize()).isEqualTo(new ImageSize(3, 24, 20));
        Picture picture = repeated.hands().prepare(0, 0);
        assertThat(picture.values()[0]).isEqualTo(picture.values()[2]);
        TransformSettings grey =
                new TransformSettings(List.of(new Greyscale(1)), List.of(), new NormalisationSettings.OfSet());
        assertThatThrownBy(() -> new Preparation(COLOUR, Split.TRAIN, grey))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("3 channels, and its images are made to have 1");
        TransformSettings bytes = new TransformSettings(List.of(), List.of(), new NormalisationSettings.Bytes());
        assertThat(prepared(COLOUR, bytes, 0, 0)[0])
                .isEqualTo(prepared(COLOUR, training(), 0, 0)[0] * 255, org.assertj.core.data.Offset.offset(1e-4f));
    }

    @Test
    void aCropThatDoesNotFitSaysSo() {
        assertThatThrownBy(() -> prepared(COLOUR, training(new RandomCrop(32, 2, 0)), 0, 0))
                .isInstanceOf(UserError.class)
                .hasMessage("a part of 32×32 pixels cannot be cut from an image of 24×20 with 2 around it");
    }
}
