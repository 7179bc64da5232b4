package dync.data.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dync.data.ClassLabels;
import dync.data.Dataset;
import dync.data.Normalisation;
import dync.data.Split;
import dync.data.fetch.DataUnavailable;
import dync.data.fetch.FetchSource;
import dync.data.fetch.InstalledSource;
import dync.data.synthetic.Aperture;
import dync.data.synthetic.GratingSettings;
import dync.data.synthetic.Range;
import dync.runtime.BadFile;
import dync.runtime.UserError;
import dync.settings.Settings;
import dync.settings.SettingsSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsTest {
    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();

    @Test
    void theInstalledFashionMnistIsWhatItShouldBe() {
        Path debian = Path.of("/usr/share/datasets/fashion-mnist");
        assumeTrue(Files.isDirectory(debian), "Debian's package dataset-fashion-mnist is not installed");
        Datasets sets = fashion(Optional.of(debian), List.of(new InstalledSource(debian)));
        assertThat(sets.fetch("fashion-mnist", said::add)).contains(debian);
        Dataset set = sets.open("fashion-mnist");
        assertThat(set.images(Split.TRAIN).size()).isEqualTo(60_000);
        assertThat(set.images(Split.TEST).size()).isEqualTo(10_000);
        assertThat(set.classes().get(set.images(Split.TRAIN).label(0))).isEqualTo("ankle boot");
        Normalisation measured = Normalisation.measure(set.images(Split.TRAIN), 60_000);
        assertThat(measured.mean(0)).isEqualTo(set.normalisation().mean(0), within(1e-4f));
        assertThat(measured.deviation(0)).isEqualTo(set.normalisation().deviation(0), within(1e-4f));
    }

    private Datasets fashion(Optional<Path> place, List<FetchSource> sources) {
        return new Datasets(
                List.of(folder),
                KnownSets.all().stream()
                        .filter(set -> set.name().equals("fashion-mnist"))
                        .map(set -> set.from(place, sources))
                        .toList());
    }

    @Test
    void anUnknownNameSaysWhichThereAre() {
        Datasets sets = new Datasets(folder);
        assertThatThrownBy(() -> sets.open("fashion-mnst"))
                .isInstanceOfSatisfying(
                        DataUnavailable.class, e -> assertThat(e.help().orElseThrow())
                                .contains("did you mean 'fashion-mnist'?", "shapes, gratings, fashion-mnist, mnist"));
        assertThat(sets.open("shapes").name()).isEqualTo("shapes");
        assertThat(sets.open("gratings").classes()).hasSize(8);
        assertThat(sets.list())
                .extracting(DatasetEntry::name)
                .containsExactly(
                        "shapes",
                        "gratings",
                        "fashion-mnist",
                        "mnist",
                        "cifar10",
                        "cifar100",
                        "tinyimagenet",
                        "imagenet",
                        "imagenette");
    }

    @Test
    void aSetThatIsNotThereSaysHowToFetchIt() {
        Datasets sets = fashion(Optional.empty(), List.of(new InstalledSource(folder)));
        assertThat(sets.missing("fashion-mnist")).isTrue();
        assertThat(sets.missing("shapes")).isFalse();
        assertThatThrownBy(() -> sets.open("fashion-mnist"))
                .isInstanceOfSatisfying(
                        DataUnavailable.class, e -> assertThat(e.help()).contains("dync data fetch fashion-mnist"));
    }

    @Test
    void aSetThatCannotBeFetchedSaysWhereItsFilesBelong() {
        Datasets sets = new Datasets(folder);
        assertThat(sets.missing("imagenet")).isFalse();
        for (String name : List.of("tinyimagenet", "imagenet")) {
            assertThatThrownBy(() -> sets.open(name)).isInstanceOfSatisfying(DataUnavailable.class, e -> assertThat(
                            e.help().orElseThrow())
                    .contains("http")
                    .endsWith(": " + folder.resolve(name)));
            assertThatThrownBy(() -> sets.fetch(name, said::add)).isInstanceOf(DataUnavailable.class);
        }
    }

    @Test
    void filesAreFoundWhereTheirArchiveUnpacksThem() throws IOException {
        Path cifar = Files.createDirectories(folder.resolve("cifar10/cifar-10-batches-bin"));
        for (int i = 1; i <= 5; i++) {
            Files.write(cifar.resolve("data_batch_" + i + ".bin"), new byte[3073]);
        }
        Files.write(cifar.resolve("test_batch.bin"), new byte[3073]);
        Files.writeString(cifar.resolve("batches.meta.txt"), "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n");
        Dataset set = new Datasets(folder).open("cifar10");
        assertThat(set.name()).isEqualTo("cifar10");
        assertThat(set.images(Split.TRAIN).size()).isEqualTo(5);
        assertThat(set.normalisation().mean(2)).isEqualTo(0.4408f);
        // and by their path
        assertThat(new Datasets(folder).open(cifar.toString()).classes()).hasSize(10);
        assertThatThrownBy(() ->
                        new Datasets(folder).open(folder.resolve("cifar10").toString()))
                .isInstanceOfSatisfying(
                        BadFile.class, e -> assertThat(e.help().orElseThrow()).contains("did you mean " + cifar + "?"));
    }

    @Test
    void aPathSaysWhatItIsNot() throws IOException {
        Datasets sets = new Datasets(folder);
        assertThatThrownBy(() -> sets.open(folder.resolve("none").toString()))
                .isInstanceOf(DataUnavailable.class)
                .hasMessageContaining("there is nothing at");
        Path text = Files.writeString(folder.resolve("a.txt"), "");
        assertThatThrownBy(() -> sets.open(text.toString())).hasMessageContaining("is no data set");
        Path archive = Files.writeString(folder.resolve("cifar-10-binary.tar.gz"), "");
        assertThatThrownBy(() -> sets.open(archive.toString())).hasMessageContaining("is an archive");
        Path python = Files.createDirectory(folder.resolve("cifar-10-batches-py"));
        Files.write(python.resolve("batches.meta"), new byte[1]);
        assertThatThrownBy(() -> sets.open(python.toString())).hasMessageContaining("is the Python version of CIFAR");
    }

    @Test
    void settingsTakeClassesAndHoldBackAPart() {
        DataSettings settings = DataSettings.of("shapes")
                .with("classes", "[star, ring]")
                .with("labels", "renumbered")
                .with("validation", 0.25)
                .with("split_seed", 1)
                .with("shapes", "{channels: 1, height: 8, width: 8, train: 80, test: 20}");
        Dataset set = new Datasets(folder).open(settings);
        assertThat(set.classes()).containsExactly("star", "ring");
        assertThat(set.images(Split.TRAIN).size()).isEqualTo(12);
        assertThat(set.images(Split.VALIDATION).size()).isEqualTo(4);
        assertThat(set.images(Split.TEST).size()).isEqualTo(4);
    }

    @Test
    void settingsThatDoNotGoWithTheSetAreRefused() {
        Datasets sets = new Datasets(folder);
        DataSettings shapes = DataSettings.of("shapes");
        assertThatThrownBy(() -> sets.open(shapes.with("gratings", "{orientations: 4}")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("there are settings for gratings, and the set is shapes");
        assertThatThrownBy(() -> sets.open(shapes.with("channels", 1)))
                .hasMessageContaining("'channels' is given, and shapes");
        assertThatThrownBy(() -> sets.open(shapes.with("arrays", "{images: a, labels: b}")))
                .hasMessageContaining("'arrays' is given, and shapes");
        assertThatThrownBy(() -> sets.open(shapes.with("classes", "[star]").with("group", "all")))
                .hasMessageContaining("'group' and 'classes' are both given");
        assertThatThrownBy(() -> sets.open(shapes.with("group", "snakes")))
                .hasMessageContaining("shapes has no group of classes 'snakes'");
        assertThatThrownBy(() -> sets.open(shapes.with("validation", 0.6).with("test", 0.5)))
                .hasMessageContaining("nothing is left to train on");
    }

    @Test
    void settingsAreReadFromTheFileOfAnExperiment() {
        Settings<DataSettings> settings = Settings.of(DataSettings.class);
        DataSettings read = settings.read(List.of(settings.layer(SettingsSource.file("experiment.yaml", """
                        set: gratings
                        gratings:
                          contrast: {low: 0.5, high: 0.5}
                          aperture: {radius: 0.8}
                        """))))
                .value();
        assertThat(read.set()).isEqualTo("gratings");
        assertThat(read.gratings().orElseThrow().contrast()).isEqualTo(Range.fixed(0.5));
        assertThat(read.gratings().orElseThrow().frequency()).isEqualTo(GratingSettings.STANDARD.frequency());
        assertThat(read.gratings().orElseThrow().aperture()).isEqualTo(new Aperture(0.8, 0.1));
        assertThat(read.test()).isEqualTo(0.2);
        assertThat(read.labels()).isEqualTo(ClassLabels.KEPT);
    }
}
