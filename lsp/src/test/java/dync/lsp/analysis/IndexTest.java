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

    @Test
    void findsTheOperationsAndWeightsInPathsOfSharedWeights() {
        String text = """
                block Residual(channels: int) { conv(channels); relu }
                """ + Caret.model("""
                weight gain: float = 1
                area V1 { weight tilt: float = 1; Residual(3); Residual(3); let side = conv(3); apply it * tilt * gain + side; emit }
                area V2 { weight tilt: float, share = V1.tilt; Residual(3, share = V1.Residual_2); conv(3, share = V1.side.conv); apply it * tilt; emit }
                """);

        assertThat(uses(text.replace("block Res", "block ‸Res")))
                .containsExactly(
                        "Residual in line 6", "Residual in line 6", "Residual in line 7", "Residual in line 7");
        assertThat(uses(text.replace("V1 { weight tilt", "V1 { weight ‸tilt")))
                .containsExactly("tilt in line 6", "tilt in line 7");
        assertThat(uses(text.replace("let side", "let ‸side"))).containsExactly("side in line 6", "side in line 7");
        assertThat(uses(text.replace("weight gain", "weight ‸gain"))).containsExactly("gain in line 6");
    }

    @Test
    void looksForASharedPathBesideItFirst() {
        String text = Caret.model("""
                weight gain: float = 1
                area V1 { weight gain: float = 2; weight other: float, share = gain; apply it * gain * other; emit }
                area V2 { weight other: float, share = gain; apply it * other; emit }
                """);

        assertThat(uses(text.replace("    weight gain", "    weight ‸gain"))).containsExactly("gain in line 6");
        assertThat(uses(text.replace("V1 { weight gain", "V1 { weight ‸gain")))
                .containsExactly("gain in line 5", "gain in line 5");
    }

    @Test
    void findsAnAreaInThePathToItsWire() {
        assertThat(uses(Caret.model("""
                area ‸V1 { conv(3); emit }
                area V2 { conv(3); receive skip; conv(3, share = V2.skip_V1.conv); emit }
                skip V1 -> V2 { conv(3) }
                """))).containsExactly("V1 in line 5", "V1 in line 6");
    }

    @Test
    void takesAnAreaOfBothBranchesForOne() {
        assertThat(uses(Caret.model("""
                if tau > 5 ms { area ‸V1 { conv(3); emit } } else { area V1 { conv(5); emit } }
                V1 then relu
                """))).containsExactly("V1 in line 5");
        assertThat(uses(Caret.model("""
                if tau > 5 ms { area V1 { conv(3); emit } } else { area ‸V1 { conv(5); emit } }
                V1 then relu
                """))).containsExactly("V1 in line 5");
    }

    @Test
    void findsTheVariableOfALoopAndTheArgumentsOfAVariant() {
        assertThat(uses(Caret.model("area V1 { for ‸i in 0..2 { conv(3 + i) }\nemit }")))
                .containsExactly("i in line 4");
        assertThat(uses(Caret.model("area V1 { conv(3); emit }").replace("(tau", "(‸tau")
                        + "model Slow = Net(tau = 20 ms)"))
                .containsExactly("tau in line 7");
    }

    @Test
    void knowsTheProbesTheVariablesOfDynamicsAndTheNamelessInput() {
        assertThat(uses("dynamics d(tau: time) { ‸x' = (input - x) / tau }")).containsExactly("x in line 1");
        assertThat(uses(Caret.model("area V1 { record(‸here); emit }"))).isEmpty();
        assertThat(uses(Caret.model("area V1 from in‸put { emit }"))).containsExactly("input in line 4");
    }

    @Test
    void findsAParameterByItsAlias() {
        Caret caret = Caret.in("block b(@alias(‸k) kernel: int) { conv(3, kernel) }");

        assertThat(caret.snapshot()
                        .index()
                        .symbolAt(caret.offset())
                        .orElseThrow()
                        .text())
                .isEqualTo("kernel");
        assertThat(caret.snapshot().index().nameAt(caret.offset()).orElseThrow().text())
                .isEqualTo("k");
    }

    @Test
    void followsTheArgumentsOfAParameterThatHoldsAConnection() {
        assertThat(uses("connection mine(‸spread: float = 1) { apply spread * in }\n"
                        + Caret.model("area V1 { recurrent(kind, delay = 2 ms, spread = 2); emit }")
                                .replace("tau: time = 10 ms", "kind: connection = mine")))
                .containsExactly("spread in line 1", "spread in line 5");
    }
}
