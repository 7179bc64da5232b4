package dync.lsp.feature.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensEdit;
import org.junit.jupiter.api.Test;

class PaintedTest {
    @Provide
    Arbitrary<List<Integer>> words() {
        return Arbitraries.integers()
                .between(0, 2)
                .list()
                .ofSize(5)
                .list()
                .ofMaxSize(8)
                .map(PaintedTest::flat);
    }

    private static List<Integer> flat(List<List<Integer>> words) {
        return words.stream().flatMap(List::stream).toList();
    }

    private static List<Integer> applied(List<SemanticTokensEdit> edits, List<Integer> before) {
        List<Integer> data = new ArrayList<>(before);
        for (SemanticTokensEdit edit : edits) {
            List<Integer> stretch = data.subList(edit.getStart(), edit.getStart() + edit.getDeleteCount());
            stretch.clear();
            stretch.addAll(edit.getData());
        }
        return data;
    }

    @Property(tries = 500)
    void whatHasChangedMakesTheNewOutOfTheOld(
            @ForAll("words") List<Integer> before, @ForAll("words") List<Integer> after) {
        assertThat(applied(Painted.edits(before, after), before)).isEqualTo(after);
    }

    @Test
    void tellsNothingWhereNothingHasChanged() {
        Painted painted = new Painted();
        SemanticTokens first = painted.full("a", List.of(1, 2, 3, 4, 5));

        assertThat(painted.since("a", first.getResultId(), List.of(1, 2, 3, 4, 5))
                        .getRight()
                        .getEdits())
                .isEmpty();
    }

    @Test
    void tellsOfAChangeInTheMiddleOnlyTheMiddle() {
        List<Integer> before = flat(List.of(List.of(1, 0, 1, 0, 0), List.of(1, 0, 2, 0, 0), List.of(1, 0, 3, 0, 0)));
        List<Integer> after = flat(List.of(List.of(1, 0, 1, 0, 0), List.of(1, 0, 9, 0, 0), List.of(1, 0, 3, 0, 0)));

        assertThat(Painted.edits(before, after)).containsExactly(new SemanticTokensEdit(5, 5, List.of(1, 0, 9, 0, 0)));
    }

    @Test
    void tellsAllWhereTheAnswerReferredToIsForgotten() {
        Painted painted = new Painted();
        String first = painted.full("a", List.of(1, 2, 3, 4, 5)).getResultId();
        painted.full("a", List.of(5, 4, 3, 2, 1));

        assertThat(painted.since("a", first, List.of(1, 2, 3, 4, 5)).isLeft()).isTrue();
        painted.closed("a");
        assertThat(painted.since("a", "3", List.of()).isLeft()).isTrue();
    }
}
