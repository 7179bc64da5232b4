package dync.lsp.feature.token;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.source.Span;
import dync.lsp.Caret;
import dync.lsp.Clients;
import dync.lsp.feature.Snapshot;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.junit.jupiter.api.Test;

class SemanticWordsTest {
    /** What each word is painted as, read back from the numbers: {@code conv function defaultLibrary}. */
    private static List<String> painted(Snapshot snapshot, List<Integer> data) {
        List<String> words = new ArrayList<>();
        int line = 0;
        int character = 0;
        for (int i = 0; i < data.size(); i += 5) {
            line += data.get(i);
            character = data.get(i) == 0 ? character + data.get(i + 1) : data.get(i + 1);
            int start = snapshot.offset(new Position(line, character));
            int end = snapshot.offset(new Position(line, character + data.get(i + 2)));
            StringBuilder word = new StringBuilder(snapshot.text().substring(start, end));
            word.append(' ').append(Type.values()[data.get(i + 3)].name().toLowerCase(java.util.Locale.ROOT));
            for (int bit = 0; bit < Modifier.legend().size(); bit++) {
                if ((data.get(i + 4) & 1 << bit) != 0) {
                    word.append(' ').append(Modifier.legend().get(bit));
                }
            }
            words.add(word.toString());
        }
        return words;
    }

    private static List<String> painted(String text) {
        Snapshot snapshot = Caret.in(text).snapshot();
        return painted(snapshot, SemanticWords.of(snapshot));
    }

    @Test
    void tellsAreasTemplatesAndOperationsApart() {
        assertThat(painted(Caret.model("""
                area Cortex(n: int) { conv(n); emit }
                area V1 = Cortex(8)
                area V2 from V1 { recurrent(full, delay = 2 ms); evolve leaky(tau = tau) using euler; emit }
                """)))
                .contains(
                        "Net model declaration",
                        "Cortex template declaration",
                        "n parameter declaration",
                        "int type defaultLibrary",
                        "conv function defaultLibrary",
                        "n parameter",
                        "V1 area declaration",
                        "Cortex template",
                        "8 number",
                        "V1 area",
                        "full connection defaultLibrary",
                        "delay parameter",
                        "2 number",
                        "ms unit",
                        "leaky dynamics defaultLibrary",
                        "euler solver defaultLibrary",
                        "classifier area declaration");
    }

    @Test
    void paintsASoftKeywordOnlyWhereItIsOne() {
        String model =
                Caret.model("if skip { area V1 { receive skip; emit } }").replace("tau:", "skip: bool = true, tau:");

        assertThat(painted(model))
                .filteredOn(word -> word.startsWith("skip"))
                .containsExactly("skip parameter declaration", "skip parameter", "skip keyword");
    }

    @Test
    void paintsTheWordsOfTheLanguage() {
        assertThat(
                        painted(
                                Caret.model(
                                        "area V1 { conv(in.channels, init = kaiming); apply max(it, 0); evolve leaky(tau, state = own); emit }")))
                .contains(
                        "in variable defaultLibrary readonly",
                        "channels property readonly",
                        "kaiming word defaultLibrary readonly",
                        "max function defaultLibrary",
                        "it variable defaultLibrary readonly",
                        "own word defaultLibrary readonly");
    }

    @Test
    void paintsCommentsTextsAndWhatImportsNeed() {
        assertThat(painted("""
                // a remark
                import dyn.models.AlexNet
                /// what it is
                const K = 3
                fn f(@alias(m) x) = if K > 2 then x else none
                """))
                .containsSubsequence(
                        "// a remark comment",
                        "import keyword",
                        "dyn module",
                        "models module",
                        "AlexNet model defaultLibrary",
                        "/// what it is comment documentation",
                        "const keyword",
                        "K variable declaration readonly",
                        "= operator",
                        "f function declaration",
                        "@ annotation",
                        "alias annotation",
                        "m parameter",
                        "x parameter declaration",
                        "if keyword",
                        "K variable readonly",
                        "then keyword",
                        "none keyword");
    }

    @Test
    void leavesUnknownNamesAlone() {
        assertThat(painted(Caret.model("area V1 { cnov(8); emit }")))
                .noneMatch(word -> word.startsWith("cnov"))
                .contains("emit keyword");
    }

    @Test
    void yieldsForAStretchWhatItYieldsForTheWhole() {
        Caret caret = Caret.in(Caret.model("area V1 { conv(8); emit }\n‸area V2 { conv(16); emit }"));
        Snapshot snapshot = caret.snapshot();
        Span line = new Span(snapshot.source(), caret.offset(), snapshot.text().indexOf('\n', caret.offset()));

        List<String> some = painted(snapshot, SemanticWords.in(snapshot, line));
        assertThat(some).first().isEqualTo("area keyword");
        assertThat(some).contains("V2 area declaration", "16 number").doesNotContain("V1 area declaration");
        assertThat(painted(snapshot, SemanticWords.of(snapshot))).containsSequence(some);
    }

    @Test
    void countsInTheUnitsOfTheClient() {
        Snapshot snapshot = Caret.in("const K = \"µ µ\"").snapshot();

        assertThat(painted(snapshot, SemanticWords.of(snapshot))).contains("\"µ µ\" string");
    }

    @Test
    void usesTypesOfItsOwnWhereTheClientKnowsThem() {
        assertThat(Type.legend(Clients.plain())).doesNotContain("area", "unit").contains("variable", "number");
        assertThat(Type.legend(Clients.painting("area", "keyword")))
                .contains("area")
                .doesNotContain("unit")
                .hasSameSizeAs(Type.values());
    }
}
