package dync.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.data.synthetic.Shapes;
import dync.runtime.UserError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassSubsetTest {
    private static final Dataset SHAPES = new Shapes(1, 8, 8, 40, 20, 0);

    /** A set without images, whose classes have names and ids. */
    static ImageSet named(String name, List<String> ids) {
        return ImageSet.of(name, 1, Optional::empty, ids, Map.of());
    }

    private static int[] labels(Images images) {
        return IntStream.range(0, images.size()).map(images::label).distinct().toArray();
    }

    @Test
    void labelsRemainThoseOfTheWholeSet() {
        Dataset subset = ClassSubset.of(SHAPES, List.of("star", "2", "disk"), ClassLabels.KEPT);
        assertThat(subset.classes()).isEqualTo(SHAPES.classes());
        assertThat(subset.images(Split.TRAIN).size()).isEqualTo(12);
        assertThat(labels(subset.images(Split.TRAIN))).containsExactly(0, 2, 6);
        Picture expected = new Picture();
        Picture read = new Picture();
        SHAPES.images(Split.TRAIN).read(12, expected);
        subset.images(Split.TRAIN).read(4, read);
        assertThat(read.values()).isEqualTo(expected.values());
    }

    @Test
    void orTheyAreNumberedInTheOrderOfTheList() {
        Dataset subset = ClassSubset.of(SHAPES, List.of("star", "2", "disk"), ClassLabels.RENUMBERED);
        assertThat(subset.classes()).containsExactly("star", "triangle", "disk");
        assertThat(labels(subset.images(Split.TEST))).containsExactly(2, 1, 0);
    }

    @Test
    void classesAreFoundByIdNameAndNumber() {
        ImageSet set =
                named("birds", List.of("n01", "n02", "n03", "n04")).calling(List.of("crane", "bee", "crane", "0"));
        assertThat(ClassSubset.label(set, "n03")).isEqualTo(2);
        assertThat(ClassSubset.label(set, "bee")).isEqualTo(1);
        assertThat(ClassSubset.label(set, "2")).isEqualTo(2);
        assertThat(ClassSubset.label(set, "0"))
                .as("a name goes before a number")
                .isEqualTo(3);
        assertThatThrownBy(() -> ClassSubset.label(set, "crane"))
                .isInstanceOfSatisfying(
                        UserError.class, e -> assertThat(e.help()).contains("say which by id: n01 or n03"));
        assertThatThrownBy(() -> ClassSubset.label(set, "be"))
                .isInstanceOfSatisfying(
                        UserError.class, e -> assertThat(e.help()).contains("did you mean 'bee'?"));
        assertThatThrownBy(() -> ClassSubset.label(set, "4")).hasMessageContaining("birds has no class '4'");
    }

    @Test
    void groupsAreFoundByNameWhateverTheOrderOfTheClasses() {
        ClassGroups groups = ClassGroups.standard();
        List<String> folders = List.of("9", "8", "7", "3", "1", "0");
        assertThat(groups.classes(named("mnist", folders), "38")).containsExactly("3", "8");
        assertThat(groups.names(named("mnist", folders))).containsExactly("01", "38", "89", "all");
        assertThat(groups.classes(named("mnist", folders), "all")).isEqualTo(folders);
        assertThatThrownBy(() -> groups.classes(named("mnist", folders), "98"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("mnist has no group of classes '98'");
        // a folder of another name has the groups whose classes it has
        List<String> some =
                List.of("n01440764", "n01729322", "n01740131", "n01744401", "n01753488", "n01755581", "n01756291");
        assertThat(groups.names(named("ours", some))).containsExactly("all", "one", "snakes");
    }

    @Test
    void theGroupsOfTheReferenceAreAllThere() {
        ClassGroups groups = ClassGroups.standard();
        assertThat(groups.sizes())
                .containsEntry("cifar100/invertebrates", 10)
                .containsEntry("cifar100/alphabet", 15)
                .containsEntry("tinyimagenet/mollusks", 8)
                .containsEntry("tinyimagenet/catdogs", 10)
                .containsEntry("imagenet/imagenette", 10)
                .containsEntry("imagenet/snakes", 6)
                .containsEntry("imagenet/insects", 11)
                .containsEntry("imagenet/one", 1)
                .containsEntry("imagenette/one", 1)
                .containsEntry("mnist/01", 2)
                .hasSize(12);
    }
}
