package dync.lsp.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dync.lsp.Caret;
import java.util.List;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.Location;
import org.junit.jupiter.api.Test;

class HighlightsTest {
    private static List<String> at(String text) {
        Caret caret = Caret.in(text);
        return Highlights.of(caret.snapshot(), caret.position()).stream()
                .map(each ->
                        kind(each) + " in line " + (each.getRange().getStart().getLine() + 1))
                .toList();
    }

    private static String kind(DocumentHighlight highlight) {
        return highlight.getKind().name();
    }

    @Test
    void tellsWhereAnAreaIsMadeFedAndRead() {
        assertThat(at(Caret.model("""
                area V1 { conv(3); emit }
                area ‸V2 { conv(3); receive skip; emit }
                area V4 from V2 { emit }
                skip V1 -> V2
                """))).containsExactly("Write in line 5", "Read in line 6", "Write in line 7");
    }

    @Test
    void tellsArgumentsFromUses() {
        assertThat(at("block b(‸n: int) { conv(n) }\nblock c() { b(n = 3) }"))
                .containsExactly("Write in line 1", "Read in line 1", "Write in line 2");
    }

    @Test
    void findsReferencesInAllTextsWithAndWithoutTheDeclaration() {
        Caret caret = Caret.inOneOf("""
                //- lab/nets.dyn
                block Resi‸dual() { relu }
                block Other() { Residual }
                //- one.dyn
                import lab.nets.*
                block one() { Residual }
                //- two.dyn
                block Residual() { relu }
                block two() { Residual }
                """);

        assertThat(References.of(caret.snapshot(), caret.position(), true, () -> false))
                .extracting(Location::getUri)
                .containsExactly("memory:/lab/nets.dyn", "memory:/lab/nets.dyn", "memory:/one.dyn");
        assertThat(References.of(caret.snapshot(), caret.position(), false, () -> false))
                .hasSize(2);
    }
}
