package dync.data.load;

import static org.assertj.core.api.Assertions.assertThat;

import dync.data.Dataset;
import dync.data.Split;
import dync.data.synthetic.Shapes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RoundRobinTest {
    private static int[] order(List<Integer> labels) {
        return RoundRobin.order(IntStream.range(0, labels.size()).toArray(), labels::get);
    }

    @Test
    void classesTakeTurnsUntilTheyAreExhausted() {
        assertThat(order(List.of(2, 0, 0, 1, 2, 2, 1, 0, 0, 3))).containsExactly(1, 3, 0, 9, 2, 6, 4, 7, 5, 8);
    }

    @Property
    void everyImageComesOnceAndNoClassIsAheadOfAnother(
            @ForAll @Size(max = 40) List<@IntRange(max = 5) Integer> labels) {
        int[] order = order(labels);
        assertThat(order).doesNotHaveDuplicates().hasSize(labels.size());
        Map<Integer, Integer> turn = new HashMap<>();
        List<Integer> turns = new ArrayList<>();
        for (int image : order) {
            turns.add(turn.merge(labels.get(image), 1, Integer::sum));
        }
        assertThat(turns).isSorted();
    }

    @Test
    void aLimitedPassInTurnHoldsAllClasses() {
        Dataset shapes = new Shapes(3, 8, 8, 50, 60, 0);
        int classes = shapes.classes().size();
        Loader loader =
                new Loader(shapes, Split.TEST, LoaderSettings.inTurn(classes).limitedTo(classes));
        int[] labels = IntStream.of(loader.order(0))
                .map(shapes.images(Split.TEST)::label)
                .toArray();
        assertThat(labels).containsExactly(IntStream.range(0, classes).toArray());
    }
}
