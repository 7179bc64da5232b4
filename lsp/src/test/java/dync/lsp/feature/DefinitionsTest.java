package dync.lsp.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dync.lsp.Caret;
import java.util.List;
import org.eclipse.lsp4j.LocationLink;
import org.junit.jupiter.api.Test;

class DefinitionsTest {
    private static List<String> goals(Caret caret) {
        return shown(Definitions.of(caret.snapshot(), caret.position(), true).getRight());
    }

    private static List<String> origins(Caret caret) {
        return shown(
                TypeDefinitions.of(caret.snapshot(), caret.position(), true).getRight());
    }

    private static List<String> shown(List<? extends LocationLink> links) {
        return links.stream()
                .map(link -> link.getTargetUri().replaceFirst(".*/", "") + ":"
                        + (link.getTargetSelectionRange().getStart().getLine() + 1) + ":"
                        + (link.getTargetSelectionRange().getStart().getCharacter() + 1))
                .toList();
    }

    @Test
    void leadsFromAnAreaInAWireToItsDeclaration() {
        assertThat(goals(Caret.in("""
                model Net() {
                    clock(step = 2 ms, steps = 10)
                    input(3, 32, 32)
                    area V1 { conv(8); emit }
                    area V2 { conv(8); receive skip; emit }
                    skip V‸1 -> V2
                    readout classifier { flatten; linear(10) }
                }
                """))).containsExactly("test.dyn:4:10");
    }

    @Test
    void saysWhichNameItComesFromAndWhereTheWholeDeclarationStands() {
        Caret caret = Caret.in("const PAD = 1\nblock b() { conv(3, padding = P‸AD) }");
        LocationLink link = Definitions.of(caret.snapshot(), caret.position(), true)
                .getRight()
                .get(0);

        assertThat(caret.snapshot()
                        .positions()
                        .span(link.getOriginSelectionRange())
                        .text())
                .isEqualTo("PAD");
        assertThat(caret.snapshot().positions().span(link.getTargetRange()).text())
                .isEqualTo("const PAD = 1");
    }

    @Test
    void givesPlainPlacesToClientsThatKnowNoLinks() {
        Caret caret = Caret.in("const PAD = 1\nblock b() { conv(3, padding = P‸AD) }");

        assertThat(Definitions.of(caret.snapshot(), caret.position(), false).getLeft())
                .singleElement()
                .satisfies(place ->
                        assertThat(place.getRange().getStart().getCharacter()).isEqualTo(6));
    }

    @Test
    void leadsIntoTheStandardLibrary() {
        Caret caret = Caret.in(Caret.model("area V1 { co‸nv(8); emit }"));
        LocationLink link = Definitions.of(caret.snapshot(), caret.position(), true)
                .getRight()
                .get(0);

        assertThat(link.getTargetUri()).isEqualTo("dync-std:/dyn/std/primitives.dyn");
        assertThat(goals(Caret.in(Caret.model("area V1 { conv(8, ker‸nel = 3); emit }"))))
                .singleElement()
                .satisfies(goal -> assertThat(goal).startsWith("primitives.dyn:"));
    }

    @Test
    void leadsFromANamedArgumentToTheParameterAlsoByAnAlias() {
        assertThat(goals(Caret.in("block b(@alias(k) kernel: int) { conv(3, kernel) }\nblock c() { b(‸k = 3) }")))
                .containsExactly("test.dyn:1:19");
    }

    @Test
    void leadsIntoOtherFilesOfThePackage() {
        String other = """
                //- lab/nets.dyn
                block Residual(channels: int) { conv(channels) }
                //- test.dyn
                """;

        assertThat(goals(Caret.inOneOf(other + "import lab.nets.Resi‸dual"))).containsExactly("nets.dyn:1:7");
        assertThat(goals(Caret.inOneOf(other + "import lab.ne‸ts.Residual"))).containsExactly("nets.dyn:1:1");
        assertThat(goals(Caret.inOneOf(other + "import lab.nets‸.*"))).containsExactly("nets.dyn:1:1");
        assertThat(goals(Caret.inOneOf(other + "import lab‸.*"))).containsExactly("nets.dyn:1:1");
        assertThat(goals(Caret.inOneOf(other + "import lab.nets.*\nblock b() { Resi‸dual(channels = 3) }")))
                .containsExactly("nets.dyn:1:7");
        assertThat(goals(Caret.inOneOf(other + "import lab.nets.*\nblock b() { Residual(chan‸nels = 3) }")))
                .containsExactly("nets.dyn:1:16");
        assertThat(goals(Caret.in("import dyn.models.Res‸Net18")))
                .singleElement()
                .satisfies(goal -> assertThat(goal).startsWith("ResNet.dyn:"));
    }

    @Test
    void showsTheDeclarationsOfBothBranches() {
        assertThat(goals(Caret.in(Caret.model("""
                if tau > 5 ms { area V1 { conv(3); emit } } else { area V1 { conv(5); emit } }
                V‸1 then relu
                """)))).containsExactly("test.dyn:4:26", "test.dyn:4:61");
    }

    @Test
    void leadsNowhereFromWordsOfTheLanguage() {
        assertThat(goalsOrNone("model ‸")).isZero();
        assertThat(goalsOrNone(Caret.model("area V1 { conv(8); em‸it }"))).isZero();
        assertThat(goalsOrNone(Caret.model("area V1 { conv(8, init = kai‸ming); emit }")))
                .isZero();
    }

    private static int goalsOrNone(String text) {
        Caret caret = Caret.in(text);
        var found = Definitions.of(caret.snapshot(), caret.position(), true);
        return found.isLeft() ? found.getLeft().size() : found.getRight().size();
    }

    @Test
    void followsAnAreaToItsTemplate() {
        assertThat(origins(Caret.in(Caret.model("""
                area Cortex(channels: int) { conv(channels); emit }
                area V1 = Cortex(8)
                area V2 from V‸1 { emit }
                """)))).containsExactly("test.dyn:4:10");
    }

    @Test
    void followsAParameterToItsDefault() {
        assertThat(origins(Caret.in("solver mine { weights = [1] }\n"
                        + Caret.model("area V1 { conv(8); evolve leaky(tau) using meth‸od; emit }")
                                .replace("tau: time = 10 ms", "tau: time = 10 ms, method: solver = mine"))))
                .containsExactly("test.dyn:1:8");
    }

    @Test
    void followsALetToItsOperationAndAVariantToItsModel() {
        assertThat(origins(Caret.in("block f() { relu }\nblock b() { let s = in |> f\nadd(‸s) }")))
                .containsExactly("test.dyn:1:7");
        assertThat(origins(Caret.in("model Slow = Net(tau = 5 ms)\nmodel Slower = ‸Slow(tau = 9 ms)\n"
                        + Caret.model("area V1 { conv(8); emit }"))))
                .containsExactly("test.dyn:3:7");
    }

    @Test
    void followsASharedWeightToTheFirst() {
        assertThat(origins(Caret.in(Caret.model("""
                area V1 { weight gain: float = 1; apply gain * it; emit }
                area V2 { weight tilt: float, share = V1.gain; apply ti‸lt * it; emit }
                """)))).isEmpty();
        assertThat(goals(Caret.in(Caret.model("""
                area V1 { weight gain: float = 1; apply gain * it; emit }
                area V2 { weight tilt: float, share = V1.ga‸in; apply tilt * it; emit }
                """)))).containsExactly("test.dyn:4:22");
    }
}
