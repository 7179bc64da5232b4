package dync.lsp.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.ast.Name;
import dync.lsp.Caret;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexTest {
    private static List<String> uses(String text) {
        Caret caret = Caret.in(text);
        Index index = caret.snapshot().index();
        Symbol symbol = index.symbolAt(caret.offset()).orElseThrow();
        return index.usesOf(symbol).stream()
                .map(Name::span)
                .map(span -> span.text() + " in line " + span.line())
                .toList();
    }

    @Test
    void findsTheParameterOfATemplateInTheArgumentsOfItsAreas() {
        assertThat(uses(Caret.model("""
                area Cortex(‸channels: int) { conv(channels); evolve leaky(tau) using euler; emit }
                area V1 = Cortex(channels = 8)
                """))).containsExactly("channels in line 4", "channels in line 5");
    }

    @Test
    void findsAnAreaInWiresSourcesAndSharedWeights() {
        assertThat(uses(Caret.model("""
                area ‸V1 { conv(8); emit }
                area V2 from V1 { conv(8, share = V1.conv); receive skip; emit }
                V1 then relu
                skip V1 -> V2
                """)))
                .containsExactly("V1 in line 5", "V1 in line 5", "V1 in line 6", "V1 in line 7");
    }

    @Test
    void tellsAnAreaFromOneOfTheSameNameInAnotherModel() {
        String two = Caret.model("area ‸V1 { conv(8); emit }\nV1 then relu")
                + Caret.model("area V1 { conv(8); emit }\nV1 then relu").replace("Net", "Other");

        assertThat(uses(two)).containsExactly("V1 in line 5");
    }

    @Test
    void followsAParameterByItsAlias() {
        assertThat(uses("model Small = Net(t = 4 ms)\n"
                        + Caret.model("area V1 { conv(8); evolve leaky(tau) using euler; emit }")
                                .replace("tau: time", "@alias(t) ‸tau: time")))
                .containsExactly("t in line 1", "tau in line 5");
    }

    @Test
    void leadsIntoTheStandardLibrary() {
        Caret caret = Caret.in(Caret.model("area V1 { co‸nv(8); emit }"));
        Symbol symbol = caret.snapshot().index().symbolAt(caret.offset()).orElseThrow();

        assertThat(symbol.isStandard()).isTrue();
        assertThat(symbol.kind()).isEqualTo(Symbol.Kind.PRIMITIVE);
        assertThat(symbol.name().span().text()).isEqualTo("conv");
    }
}
