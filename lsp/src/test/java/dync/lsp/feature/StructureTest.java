package dync.lsp.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dync.lsp.Caret;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.SelectionRange;
import org.junit.jupiter.api.Test;

/** What follows from how a text is built: folding, growing selections, links. */
class StructureTest {
    private static List<String> folds(String text) {
        return Folding.of(Caret.in(text).snapshot()).stream()
                .map(fold -> fold.getStartLine() + "-" + fold.getEndLine() + " " + fold.getKind())
                .toList();
    }

    private static List<String> selections(String text) {
        Caret caret = Caret.in(text);
        List<String> grown = new ArrayList<>();
        for (SelectionRange range = Selections.at(caret.snapshot(), caret.offset());
                range != null;
                range = range.getParent()) {
            grown.add(caret.snapshot().positions().span(range.getRange()).text());
        }
        return grown;
    }

    @Test
    void foldsBodiesListsCommentsAndImports() {
        assertThat(folds("""
                import dyn.models.AlexNet
                import dyn.models.ResNet18
                // one
                // two
                const A = 1  // three
                model Net(
                    n: int = 1,
                ) {
                    area V1 {
                        emit
                    }
                    if n > 1 {
                        area V2 { emit }
                    } else {
                        area V3 { emit }
                    }
                }
                """))
                .containsExactlyInAnyOrder(
                        "0-1 imports",
                        "2-3 comment",
                        "5-6 region",
                        "7-15 region",
                        "8-9 region",
                        "11-12 region",
                        "13-14 region");
    }

    @Test
    void foldsWhatIsClosedOfATextThatIsNot() {
        assertThat(folds("model Net {\n area V1 {\n  conv(8\n  emit\n }\n")).contains("1-3 region");
    }

    @Test
    void growsASelectionFromTheWordToTheText() {
        assertThat(selections("const K = 2\nfn f(x) = x * (ab‸s(x) + K)"))
                .containsExactly(
                        "abs",
                        "abs(x)",
                        "abs(x) + K",
                        "x * (abs(x) + K)",
                        "fn f(x) = x * (abs(x) + K)",
                        "const K = 2\nfn f(x) = x * (abs(x) + K)");
    }

    @Test
    void growsFromBetweenWordsToo() {
        assertThat(selections("const K = 2\n\n‸\n\nconst L = 3")).containsExactly("const K = 2\n\n\n\nconst L = 3");
    }

    @Test
    void linksImportsToTheTextsThatTheyNeed() {
        Caret caret = Caret.in("""
                import other.Thing
                import other.*
                import dyn.models.AlexNet
                import nowhere.Nothing
                """).beside("memory:/other.dyn", "const Thing = 3");

        assertThat(ImportLinks.of(caret.snapshot()))
                .extracting(DocumentLink::getTarget)
                .containsExactly("memory:/other.dyn", "memory:/other.dyn", "dync-std:/dyn/models/AlexNet.dyn");
    }
}
