package dync.lsp.feature.hover;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.source.Span;
import dync.lsp.Caret;
import dync.lsp.Clients;
import java.util.Optional;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.junit.jupiter.api.Test;

class HoversTest {
    private static String at(String text) {
        return hover(Caret.in(text))
                .map(hover -> hover.getContents().getRight().getValue())
                .orElse("");
    }

    private static Optional<Hover> hover(Caret caret) {
        return Hovers.of(caret.snapshot(), caret.offset());
    }

    @Test
    void showsTheSignatureAndTheDocCommentOfAnOperationOfTheLibrary() {
        assertThat(at(Caret.model("area V1 { co‸nv(8); emit }")))
                .contains("primitive conv(\n    channels: int,\n    kernel: int = 3,")
                .contains("2-D convolution.");
    }

    @Test
    void showsTheConnectionThatAParameterHasByDefault() {
        assertThat(at("const K = 3\n" + Caret.model("area V1 { recurrent(fu‸ll, delay = 2 ms); emit }")))
                .startsWith("```dyn\nconnection full(\n    kernel: int = 3,")
                .endsWith("Every channel drives every channel around it.");
    }

    @Test
    void showsTheShapeBehindAStepForEachAreaThatIsMadeFromIt() {
        assertThat(at(Caret.model("""
                area Cortex(n: int) { con‸v(n, stride = 2); emit }
                area V1 = Cortex(8)
                area V2 = Cortex(16)
                """))).contains("- V1: `8×16×16`, 224 parameters\n- V2: `16×8×8`, 1,168 parameters");
    }

    @Test
    void countsTheParametersOfARecurrenceAndOfTheBridgesThatASkipNeeds() {
        String lines = """
                area V1 { conv(8); emit }
                area V2 { conv(16); recurrent(full, delay = 2 ms); receive skip; emit }
                area V3 { conv(4); receive skip; emit }
                skip V1 -> V3
                """;

        assertThat(at(Caret.model(lines.replace("recurrent", "‸recurrent"))))
                .contains("- V2: `16×32×32`, 2,320 parameters");
        assertThat(at(Caret.model(lines.replace("conv(4); receive skip", "conv(4); receive sk‸ip"))))
                .contains("receive skip\nreceive feedback")
                .contains("- V3: `4×32×32`, 36 parameters");
    }

    @Test
    void tellsADelayInStepsOfTheClock() {
        String model = Caret.model("area V1 { conv(8); recurrent(full, delay = 6 ms + 2 ms); emit }");

        assertThat(at(model.replace("6 ms", "6 m‸s")))
                .contains("```dyn\n6 ms\n```")
                .contains("Milliseconds")
                .contains("`8 ms` = 4 steps of 2 ms");
    }

    @Test
    void tellsThatARecurrenceTakesOneStepAtLeast() {
        assertThat(at(Caret.model("area V1 { conv(8); recurrent(full, delay = 0‸ ms); emit }")))
                .contains("`0 ms` = 0 steps of 2 ms; a recurrence takes one step at least");
    }

    @Test
    void tellsOfAnAreaWhatItIsWhenItRespondsAndWhoDrivesIt() {
        assertThat(at(Caret.model("""
                area V1 { conv(8); receive feedback; evolve leaky(tau = tau); emit(delay = 4 ms) }
                area ‸V2 { conv(8); recurrent(self, delay = 6 ms); evolve leaky(tau = 20 ms); emit }
                feedback V2 -> V1 (delay = 8 ms, combine = multiplicative)
                """)))
                .contains("area V2 { … }")
                .contains("- `8×32×32`, 586 parameters")
                .contains("- first responds 2 steps (4 ms) after the stimulus")
                .contains("- time constant `tau` 20 ms")
                .contains(
                        "- driven by `V1` (feedforward, 4 ms, 2 steps), itself (recurrence, 6 ms, 3 steps, through self)")
                .contains("- drives `classifier`, `V1` (feedback, 8 ms, 4 steps, multiplicative)");
    }

    @Test
    void knowsATimeConstantThatIsGivenByAnotherName() {
        assertThat(at("dynamics slow(@alias(tc) tau: time) { x' = (input - x) / tau }\n"
                        + Caret.model("area ‸V1 { conv(8); evolve slow(tc = 20 ms) using euler; emit }")))
                .contains("- time constant `tau` 20 ms");
    }

    @Test
    void knowsTheTimeConstantThatAnAreaLearns() {
        assertThat(at(Caret.model("area ‸V1 { weight t: time = tau; conv(8); evolve leaky(tau = t); emit }")))
                .contains("- time constant `tau` 10 ms at the start of training");
    }

    @Test
    void tellsWhoDrivesWhomFromTheTextWhereTheModelCannotBeBuilt() {
        assertThat(at(Caret.model("""
                area V1 { conv(8); receive feedback; emit }
                area ‸V2 { cnov(8); emit }
                feedback V2 -> V1 (delay = tau)
                """)))
                .contains("- driven by `V1`")
                .contains("- drives `classifier`, `V1` (feedback, delay = tau)");
    }

    @Test
    void tellsTheValuesThatAParameterHasWithTheDefaults() {
        assertThat(at(Caret.model("""
                area Cortex(‸n: int) { conv(n); emit }
                area V1 = Cortex(8)
                area V2 = Cortex(16)
                """)))
                .contains("parameter of the area template `Cortex`")
                .contains("with the defaults `8`, `16`");
    }

    @Test
    void doesNotRepeatADefaultThatIsWritten() {
        assertThat(at(Caret.model("area V1 { conv(8); evolve leaky(ta‸u); emit }")))
                .contains("tau: time = 10 ms")
                .doesNotContain("with the defaults");
    }

    @Test
    void tellsWhoseParameterAnArgumentGoesTo() {
        assertThat(at(Caret.model("area V1 { conv(8, ker‸nel = 5); emit }")))
                .contains("kernel: int = 3")
                .contains("parameter of `conv`");
        assertThat(at(Caret.model("area V1 { conv(‸8); emit }"))).contains("channels: int");
    }

    @Test
    void tellsTheShapeOfWhatALetNames() {
        assertThat(at(Caret.model("area V1 { conv(8); let a‸ll = mean(it, over = space); apply it - all; emit }")))
                .contains("let all = mean(it, over = space)")
                .contains("shape `8×1×1`");
    }

    @Test
    void tellsTheShapeOfTheFlow() {
        assertThat(at(Caret.model("area V1 { conv(8); apply i‸t * 2; emit }")))
                .contains("The flow where the step stands.")
                .contains("- V1: `8×32×32`");
    }

    @Test
    void explainsTheWordsOfTheLanguage() {
        assertThat(at(Caret.model("area V1 { conv(8); ev‸olve leaky(tau); emit }")))
                .contains("evolve DYNAMICS");
        assertThat(at(Caret.model("‸clock(step = 1 ms)"))).contains("The length of a step");
        assertThat(at(Caret.model("area V1 { conv(8, init = kai‸ming); emit }")))
                .contains("He et al. 2015");
        assertThat(at(Caret.model("area V1 { evolve leaky(tau, state = o‸wn); emit }")))
                .contains("its own last result");
        assertThat(at(Caret.model("area V1 { conv(in.ch‸annels); emit }"))).contains("How many channels a flow has");
        assertThat(at("dynamics d(tau: time) { x' = (inp‸ut - x) / tau }")).contains("In dynamics the drive");
        assertThat(at("dynamics d(tau: ti‸me) { x' = (input - x) / tau }")).contains("A duration");
        assertThat(at(Caret.model("area V1 from ‸input { conv(8); emit }"))).contains("- `3×32×32` at each step");
    }

    @Test
    void takesASoftKeywordForTheNameThatItIs() {
        String model = Caret.model("if sk‸ip { area V1 { conv(8); emit } }")
                .replace("tau: time", "skip: bool = true, tau: time");

        assertThat(at(model)).contains("skip: bool = true").contains("parameter of the model `Net`");
    }

    @Test
    void summarisesAModelBelowItsHead() {
        assertThat(at(Caret.model("area V1 { conv(8); emit(delay = 6 ms) }")
                        .replace("model Net", "/// A small one.\nmodel ‸Net")))
                .contains("model Net(tau: time = 10 ms)")
                .contains("314 parameters · 3 steps latency")
                .endsWith("A small one.");
    }

    @Test
    void tellsFromWhichModelAFactIs() {
        String two = Caret.model("area V1 { Wide(8); emit }")
                + Caret.model("area V1 { Wide(16); emit }").replace("Net", "Other")
                + "block Wide(n: int) { con‸v(n) }";

        assertThat(at(two)).contains("- Net V1.Wide: `8×32×32`").contains("- Other V1.Wide: `16×32×32`");
    }

    @Test
    void saysNothingBetweenWords() {
        assertThat(hover(Caret.in(Caret.model("area V1 { conv(8);  ‸  emit }"))))
                .isEmpty();
        assertThat(hover(Caret.in("// a rema‸rk\nconst K = 3"))).isEmpty();
    }

    @Test
    void isAboutTheWordAroundTheCaret() {
        Caret caret = Caret.in(Caret.model("area V1 { co‸nv(8); emit }"));

        Span shown =
                caret.snapshot().positions().span(hover(caret).orElseThrow().getRange());
        assertThat(shown.text()).isEqualTo("conv");
    }

    @Test
    void leavesTheSignsOfMarkdownAwayForClientsThatDoNotReadThem() {
        Caret caret = Caret.in(Caret.model("area V1 { co‸nv(8); emit }"), Clients.plain());
        MarkupContent content = hover(caret).orElseThrow().getContents().getRight();

        assertThat(content.getKind()).isEqualTo("plaintext");
        assertThat(content.getValue())
                .contains("primitive conv(")
                .contains("- V1: 8×32×32")
                .doesNotContain("`");
    }
}
