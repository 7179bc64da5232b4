package dync.lsp.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dync.lsp.Caret;
import java.util.Comparator;
import java.util.List;
import org.eclipse.lsp4j.CompletionItem;
import org.junit.jupiter.api.Test;

class CompletionsTest {
    private static List<CompletionItem> items(String text) {
        Caret caret = Caret.in(text);
        return Completions.of(caret.snapshot(), caret.offset()).getItems().stream()
                .sorted(Comparator.comparing(CompletionItem::getSortText))
                .toList();
    }

    private static List<String> in(String text) {
        return items(text).stream().map(CompletionItem::getFilterText).toList();
    }

    private static List<String> inModel(String lines) {
        return in(Caret.model(lines));
    }

    private static List<String> inArea(String steps) {
        return inModel("area V1 {\n        " + steps + "\n    }");
    }

    @Test
    void beginsWhatAFileHolds() {
        assertThat(in("‸"))
                .containsExactlyInAnyOrder(
                        "import",
                        "model",
                        "area",
                        "block",
                        "connection",
                        "dynamics",
                        "solver",
                        "fn",
                        "const",
                        "primitive");
    }

    @Test
    void beginsWhatAModelHolds() {
        List<String> items = inModel("area V1 { conv(8); emit }\n    ‸");

        assertThat(items).contains("area", "skip", "feedback", "readout", "let", "weight", "if", "V1", "then", "input");
        assertThat(items).doesNotContain("emit", "conv", "clock", "model", "import", "tau");
    }

    @Test
    void beginsStepsOfAnArea() {
        List<String> items = inArea("‸");

        assertThat(items).contains("conv", "relu", "retina", "recurrent", "receive", "evolve", "emit", "let", "block");
        assertThat(items).doesNotContain("leaky", "full", "euler", "V1", "clock", "skip", "tau", "kaiming", "floor");
    }

    @Test
    void leavesStatesOutWhereThereAreNone() {
        assertThat(in("block B() {\n    ‸\n}"))
                .contains("conv", "let", "if")
                .doesNotContain("emit", "evolve", "recurrent", "B", "block");
        assertThat(in("connection C() {\n    ‸\n}")).contains("conv").doesNotContain("emit", "receive");
        assertThat(inModel("readout r { ‸ }")).contains("flatten").doesNotContain("emit", "evolve");
    }

    @Test
    void emitsOnce() {
        assertThat(inArea("conv(8)\n        ‸\n        emit")).contains("relu").doesNotContain("emit");
    }

    @Test
    void offersAreasWhereAreasAreMeant() {
        String areas = "area V1 { receive feedback; emit }\n    area V2 { receive skip; emit }\n    ";

        assertThat(inModel(areas + "skip ‸")).containsExactly("V1", "V2");
        assertThat(inModel(areas + "skip V1 -> ‸")).containsExactly("V2");
        assertThat(inModel(areas + "feedback V2 -> ‸ (delay = 4 ms)")).containsExactly("V1");
        assertThat(inModel(areas + "area V3 from ‸")).containsExactlyInAnyOrder("V1", "V2", "input", "concat");
        assertThat(inModel(areas + "area V3 from V1 + ‸")).contains("V2").doesNotContain("V3", "tau");
        assertThat(inModel(areas + "readout other from ‸ { flatten }"))
                .contains("V1", "input")
                .doesNotContain("relu");
    }

    @Test
    void offersConnectionsDynamicsAndSolvers() {
        assertThat(inArea("recurrent(‸"))
                .contains("full", "self", "none")
                .doesNotContain("conv", "tau", "euler", "leaky");
        assertThat(inArea("evolve ‸")).contains("leaky", "wilson_cowan").doesNotContain("full", "euler", "tau");
        assertThat(inArea("evolve leaky(tau = tau) ‸")).contains("using", "emit", "relu");
        assertThat(inArea("evolve leaky(tau = tau) using ‸"))
                .contains("euler", "rk4", "exponential")
                .doesNotContain("leaky", "tau");
    }

    @Test
    void offersValuesOfTheWantedType() {
        assertThat(inArea("evolve leaky(tau = ‸)"))
                .contains("tau")
                .doesNotContain("true", "none", "kaiming", "full", "exp");
        assertThat(inArea("conv(8, bias = ‸)")).startsWith("false", "true").doesNotContain("none", "tau", "conv");
        assertThat(inArea("conv(8, init = ‸)")).contains("kaiming", "uniform").doesNotContain("true", "tau");
        assertThat(inModel("area V1 { emit }\n    area V2 { receive skip; emit }\n    skip V1 -> V2 (combine = ‸)"))
                .contains("additive", "multiplicative")
                .doesNotContain("true", "tau");
        assertThat(inArea("emit(initial = ‸)")).contains("absent", "zero").doesNotContain("tau");
        assertThat(inArea("apply mean(it, over = ‸)"))
                .contains("channels", "space")
                .doesNotContain("tau", "it");
        assertThat(inArea("penalty(‸, 0.1)")).contains("l1", "none").doesNotContain("tau");
    }

    @Test
    void knowsTheTypeOfWhatIsCompared() {
        String head = "model N(kind: connection? = full, s: solver = euler) {\n    require ";
        assertThat(in(head + "kind == ‸\n}")).contains("full", "none").doesNotContain("euler", "true");
        assertThat(in(head + "s != ‸\n}")).contains("euler", "rk4").doesNotContain("full", "none");
    }

    @Test
    void offersArgumentsThatAreNotGivenYet() {
        List<String> items = inArea("conv(8, stride = 2, ‸)");
        assertThat(items)
                .contains("kernel", "bias", "share", "weights")
                .doesNotContain("channels", "stride", "tau", "true");

        assertThat(inArea("conv(‸)")).startsWith("channels");
        assertThat(inArea("recurrent(full, ‸)")).contains("delay", "combine", "kernel");
        assertThat(inArea("evolve leaky(‸)")).startsWith("tau").contains("state");
        assertThat(inArea("evolve leaky(tau) using rk4(‸)")).contains("substeps");
        assertThat(inArea("emit(‸)")).contains("delay", "initial");
        assertThat(inArea("weight w: float = 1, ‸"))
                .contains("trainable", "min", "max", "share")
                .doesNotContain("tau");
        assertThat(inModel("input other(‸)")).contains("channels", "height", "width", "gaps");
        assertThat(in("model N() { clock(‸) }")).contains("step", "steps", "idle", "truncate");
    }

    @Test
    void writesTheSignBehindTheNameOfAnArgument() {
        assertThat(items(Caret.model("area V1 { conv(8, ker‸) }")))
                .filteredOn(item -> item.getFilterText().equals("kernel"))
                .singleElement()
                .satisfies(item ->
                        assertThat(item.getTextEdit().getRight().getNewText()).isEqualTo("kernel = "));
        assertThat(items(Caret.model("area V1 { conv(8, ker‸ = 3) }")))
                .filteredOn(item -> item.getFilterText().equals("kernel"))
                .singleElement()
                .satisfies(item ->
                        assertThat(item.getTextEdit().getRight().getNewText()).isEqualTo("kernel"));
    }

    @Test
    void offersNoNameBeforeItIsDeclared() {
        assertThat(inArea("let a = ‸\n        let b = it\n        apply a + b"))
                .contains("it")
                .doesNotContain("a", "b");
        assertThat(inArea("let a = it\n        let b = ‸")).contains("a").doesNotContain("b");
        assertThat(in("block B(a: int, b: int = ‸, c: int = 1) { conv(a + b + c) }"))
                .contains("a")
                .doesNotContain("b", "c");
        assertThat(inArea("apply ‸ * it\n        weight w: float = 1")).doesNotContain("w");
    }

    @Test
    void offersUnitsBehindNumbers() {
        assertThat(inArea("evolve leaky(tau = 5 ‸)")).containsExactly("ms", "s", "us");
        assertThat(inArea("evolve leaky(tau = 5‸)")).containsExactly("ms", "s", "us");
        assertThat(inArea("evolve leaky(tau = 5m‸)")).containsExactly("ms", "s", "us");
        assertThat(inArea("conv(5 ‸)")).doesNotContain("ms", "Hz");
        assertThat(in("block B(r: rate = 5 ‸) {}")).containsExactly("Hz", "kHz");
    }

    @Test
    void offersSizesOfFlows() {
        assertThat(inArea("conv(in.‸)")).containsExactlyInAnyOrder("channels", "height", "width", "features");
        assertThat(in("connection C() { conv(out.ch‸) }")).contains("channels");
        assertThat(inArea("conv(tau.‸)")).isEmpty();
    }

    @Test
    void offersTypes() {
        assertThat(in("model N(tau: ‸) {}"))
                .contains("time", "connection", "int")
                .doesNotContain("tau");
        assertThat(in("model N(tau: [‸]) {}")).contains("int");
        assertThat(inArea("weight w: ‸")).containsExactlyInAnyOrder("float", "time", "rate");
    }

    @Test
    void offersModulesAndModels() {
        assertThat(in("import ‸")).contains("dyn").doesNotContain("model");
        assertThat(in("import dyn.‸")).containsExactlyInAnyOrder("models", "std", "*");
        assertThat(in("import dyn.models.‸")).contains("ResNet18", "CORnetS", "*");
        assertThat(in("import dyn.models.DyRCNNx4\nmodel N = ‸")).contains("DyRCNNx4");
    }

    @Test
    void importsAModelOfTheLibrary() {
        assertThat(items("/// Mine.\nmodel N = ‸"))
                .filteredOn(item -> item.getFilterText().equals("CORnetS"))
                .singleElement()
                .satisfies(item -> assertThat(item.getAdditionalTextEdits())
                        .singleElement()
                        .satisfies(edit -> assertThat(edit.getNewText()).isEqualTo("import dyn.models.CORnetS\n\n")));
    }

    @Test
    void offersTemplatesAndTheirParameters() {
        String template = "area Cortex(channels: int, stride: int = 1) { conv(channels, stride = stride); emit }\n    ";
        assertThat(inModel(template + "area V1 = ‸"))
                .contains("Cortex", "AdaptingInput")
                .doesNotContain("conv", "tau");
        assertThat(inModel(template + "area V1 = Cortex(‸)"))
                .startsWith("channels")
                .contains("stride");
        assertThat(inModel(template + "area V1 = Cortex(8) ‸")).contains("then", "from");
        assertThat(inModel(template + "area V1 = Cortex(8) then ‸"))
                .contains("maxpool")
                .doesNotContain("emit", "tau");
    }

    @Test
    void offersWhatAVariantMaySet() {
        assertThat(in("model M = Net(‸)\n" + Caret.model(""))).contains("tau").doesNotContain("Net", "true");
        assertThat(in("model M = Net(tau = ‸)\n" + Caret.model(""))).doesNotContain("none", "true", "Net");
    }

    @Test
    void offersPathsOfSharedWeights() {
        String area = "area V1 { conv(8); recurrent(full, delay = 2 ms); conv(8); emit }\n    ";
        assertThat(inModel(area + "area V2 { conv(8, share = ‸) }"))
                .contains("V1")
                .doesNotContain("tau", "relu");
        assertThat(inModel(area + "area V2 { conv(8, share = V1.‸) }")).containsExactly("conv", "conv_2", "recurrent");
    }

    @Test
    void saysNothingInCommentsStringsAndNewNames() {
        assertThat(inModel("// co‸")).isEmpty();
        assertThat(inModel("/// co‸\n    area V1 { emit }")).isEmpty();
        assertThat(inModel("require tau > 1 ms, \"co‸\"")).isEmpty();
        assertThat(inModel("area ‸")).isEmpty();
        assertThat(inArea("let ‸ = it")).isEmpty();
        assertThat(in("model ‸")).isEmpty();
    }

    @Test
    void worksInsideOfBrokenText() {
        assertThat(in("model N(tau: time = 5 ms) {\n    area V1 {\n        recurrent(‸"))
                .contains("full");
        assertThat(in("model N(tau: time = 5 ms) {\n    area V1 {\n        conv(8, kernel = ‸\n        relu\n    }\n}"))
                .contains("in");
        assertThat(
                        in(
                                "model N(tau: time = 5 ms) {\n    area V1 {\n        evolve leaky(tau = ‸\n        relu\n        emit\n    }\n}"))
                .contains("tau")
                .doesNotContain("true");
        assertThat(in("model N( {\n    area V1 = = {\n        evolve ‸\n")).contains("leaky");
        assertThat(
                        in(
                                "model N(tau: time = 5 ms) {\n    area V1 { emit }\n    feedback V1 -> ‸\n    readout r { flatten }\n}"))
                .isEmpty();
    }

    @Test
    void replacesTheWholeWordOrInsertsBeforeItsRest() {
        assertThat(items(Caret.model("area V1 { co‸nv(8) }")))
                .filteredOn(item -> item.getFilterText().equals("conv"))
                .singleElement()
                .satisfies(item -> {
                    var edit = item.getTextEdit().getRight();
                    assertThat(edit.getNewText()).isEqualTo("conv");
                    assertThat(edit.getInsert().getEnd().getCharacter()
                                    - edit.getInsert().getStart().getCharacter())
                            .isEqualTo(2);
                    assertThat(edit.getReplace().getEnd().getCharacter()
                                    - edit.getReplace().getStart().getCharacter())
                            .isEqualTo(4);
                });
    }

    @Test
    void fillsInRequiredArguments() {
        assertThat(items(Caret.model("area V1 { con‸ }")))
                .filteredOn(item -> item.getFilterText().equals("conv"))
                .singleElement()
                .satisfies(item ->
                        assertThat(item.getTextEdit().getRight().getNewText()).isEqualTo("conv(${1:channels})"));
    }
}
