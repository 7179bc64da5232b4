package dync.lsp.feature.hint;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.source.Span;
import dync.lsp.Caret;
import dync.lsp.Settings;
import dync.lsp.feature.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.lsp4j.InlayHint;
import org.junit.jupiter.api.Test;

class InlayHintsTest {
    private static List<InlayHint> hints(Snapshot snapshot) {
        return InlayHints.in(
                snapshot, new Span(snapshot.source(), 0, snapshot.text().length()));
    }

    /** The lines of a model with the hints as they would be seen. */
    private static String shown(String lines) {
        String text = shown(Caret.in(Caret.model(lines)).snapshot());
        int from = text.indexOf("32)") + 4;
        return text.substring(from, text.indexOf("    readout")).stripIndent().strip();
    }

    private static String shown(Snapshot snapshot) {
        StringBuilder text = new StringBuilder(snapshot.text());
        List<InlayHint> hints = new ArrayList<>(hints(snapshot));
        hints.sort(Comparator.comparing((InlayHint hint) -> snapshot.offset(hint.getPosition()))
                .reversed());
        hints.forEach(hint -> text.insert(
                snapshot.offset(hint.getPosition()), "⟦" + hint.getLabel().getLeft() + "⟧"));
        return text.toString();
    }

    private static Snapshot with(Settings settings, Snapshot snapshot) {
        return new Snapshot(
                snapshot.document(), snapshot.analysis(), snapshot.workspace(), snapshot.client(), settings);
    }

    @Test
    void showTheShapeBehindStepsThatChangeIt() {
        assertThat(shown("area V1 {\n conv(8)\n relu\n conv(8)\n conv(16, stride = 2)\n emit\n}"))
                .isEqualTo(
                        "area V1⟦1.98 k parameters⟧ {\n conv(8)⟦8×32×32⟧\n relu\n conv(8)\n conv(16, stride = 2)⟦16×16×16⟧\n emit\n}");
    }

    @Test
    void showOneShapeALineAndTheFirstAndLastOfATemplate() {
        String model = Caret.model("""
                area Cortex(n: int) { conv(n); conv(n, stride = 2); emit }
                area V1 = Cortex(4)
                area V2 = Cortex(8)
                area V3 = Cortex(16) then maxpool(2)
                """);

        assertThat(shown(Caret.in(model).snapshot()))
                .contains("conv(n); conv(n, stride = 2)⟦4×16×16 … 16×4×4⟧; emit")
                .contains("area V1 = Cortex(4)⟦4×16×16, 260 parameters⟧\n")
                .contains("Cortex(16)⟦16×4×4, 3.49 k parameters⟧ then maxpool(2)⟦16×2×2⟧")
                .contains("avgpool; flatten; linear(10)⟦10 features⟧ }");
    }

    @Test
    void listTheShapesOfAllAreasWhereTheMouseRests() {
        Caret caret = Caret.in(Caret.model("""
                area Cortex(n: int) { conv(n); emit }
                area V1 = Cortex(4)
                area V2 = Cortex(8)
                """));

        assertThat(hints(caret.snapshot()))
                .filteredOn(hint -> hint.getLabel().getLeft().equals("4×32×32, 8×32×32"))
                .singleElement()
                .satisfies(hint -> assertThat(hint.getTooltip().getLeft()).isEqualTo("V1: 4×32×32\nV2: 8×32×32"));
    }

    @Test
    void showDelaysInSteps() {
        assertThat(shown("area V1 {\n recurrent(self, delay = tau / 2 - 1 ms)\n emit(delay = 2 ms)\n}"))
                .contains("recurrent(self, delay = tau / 2 - 1 ms⟦= 2 steps⟧)")
                .contains("emit(delay = 2 ms⟦= 1 step⟧)");
    }

    @Test
    void doNotSayThatZeroIsZeroButThatARecurrenceTakesAStep() {
        assertThat(shown("area V1 {\n recurrent(self, delay = 0 ms)\n emit(delay = 0 ms)\n}"))
                .contains("recurrent(self, delay = 0 ms⟦= 1 step⟧)")
                .contains("emit(delay = 0 ms)");
    }

    @Test
    void nameLiteralsOfWhichThereAreSeveral() {
        assertThat(shown("area V1 {\n conv(8)\n maxpool(3, 2)\n emit\n}"))
                .contains("conv(8)⟦")
                .contains("maxpool(⟦kernel =⟧3, ⟦stride =⟧2)");
        assertThat(shown(Caret.in(Caret.model("area V1 { conv(8); emit }")).snapshot()))
                .contains("input(⟦channels =⟧3, ⟦height =⟧32, ⟦width =⟧32)");
    }

    @Test
    void areSwitchedOffOneByOne() {
        Snapshot all = Caret.in(Caret.model("area V1 { conv(8); recurrent(self, delay = 4 ms); emit }"))
                .snapshot();

        assertThat(shown(with(new Settings(false, true, true, true), all)))
                .doesNotContain("×")
                .contains("= 2 steps");
        assertThat(shown(with(new Settings(true, false, true, true), all)))
                .doesNotContain("steps⟧")
                .contains("8×32×32");
        assertThat(shown(with(new Settings(true, true, false, true), all)))
                .doesNotContain("parameters⟧")
                .doesNotContain("=⟧3");
        assertThat(hints(with(new Settings(false, false, false, true), all))).isEmpty();
    }

    @Test
    void stayWithinTheLinesThatAreAskedFor() {
        Caret caret = Caret.in(Caret.model("area V1 { conv(8); emit }\n‸area V2 { conv(16); emit }"));
        Span rest = new Span(
                caret.snapshot().source(),
                caret.offset(),
                caret.snapshot().text().length());

        assertThat(InlayHints.in(caret.snapshot(), rest))
                .extracting(hint -> hint.getLabel().getLeft())
                .contains("16×32×32")
                .doesNotContain("8×32×32");
    }

    @Test
    void areThereForWhatCanBeBuiltOfABrokenText() {
        assertThat(shown("area V1 {\n conv(8)\n cnov(8)\n emit\n}")).contains("conv(8)⟦8×32×32⟧");
    }
}
