package dync.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dync.data.fetch.DataUnavailable;
import dync.data.fetch.InstalledSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsTest {
    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();

    @Test
    void theInstalledFashionMnistIsWhatItShouldBe() {
        Path folder = FashionMnist.DEBIAN_FOLDER;
        assumeTrue(Files.isDirectory(folder), "Debian's package dataset-fashion-mnist is not installed");
        Datasets sets = new Datasets(this.folder, folder, List.of(new InstalledSource(folder)));
        assertThat(sets.fetch("fashion-mnist", said::add)).contains(folder);
        Dataset set = sets.open("fashion-mnist");
        assertThat(set.images(Split.TRAIN).size()).isEqualTo(60_000);
        assertThat(set.images(Split.TEST).size()).isEqualTo(10_000);
        assertThat(set.classes().get(set.images(Split.TRAIN).label(0))).isEqualTo("ankle boot");
        Normalisation measured = Normalisation.measure(set.images(Split.TRAIN), 60_000);
        assertThat(measured.mean(0)).isEqualTo(set.normalisation().mean(0), within(1e-4f));
        assertThat(measured.deviation(0)).isEqualTo(set.normalisation().deviation(0), within(1e-4f));
    }

    @Test
    void anUnknownNameSaysWhichThereAre() {
        Datasets sets = new Datasets(folder);
        assertThatThrownBy(() -> sets.open("fashion")).isInstanceOfSatisfying(DataUnavailable.class, e -> assertThat(
                        e.help().orElseThrow())
                .contains("shapes, fashion-mnist"));
        assertThat(sets.open("shapes").name()).isEqualTo("shapes");
        assertThat(sets.list()).extracting(DatasetEntry::name).containsExactly("shapes", "fashion-mnist");
    }

    @Test
    void aSetThatIsNotThereSaysHowToFetchIt() {
        Datasets sets = new Datasets(folder, folder.resolve("none"), List.of());
        assertThat(sets.missing("fashion-mnist")).isTrue();
        assertThat(sets.missing("shapes")).isFalse();
        assertThatThrownBy(() -> sets.open("fashion-mnist"))
                .isInstanceOfSatisfying(
                        DataUnavailable.class, e -> assertThat(e.help()).contains("dync data fetch fashion-mnist"));
    }
}
