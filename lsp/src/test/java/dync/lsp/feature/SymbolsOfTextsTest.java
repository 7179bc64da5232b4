package dync.lsp.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dync.lsp.Caret;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.junit.jupiter.api.Test;

class SymbolsOfTextsTest {
    private static List<String> outline(String text) {
        List<String> lines = new ArrayList<>();
        write(DocumentSymbols.tree(Caret.in(text).snapshot()), "", lines);
        return lines;
    }

    private static void write(List<DocumentSymbol> symbols, String indent, List<String> lines) {
        for (DocumentSymbol symbol : symbols) {
            lines.add(indent + symbol.getKind() + " " + symbol.getName()
                    + (symbol.getDetail() == null ? "" : " | " + symbol.getDetail()));
            write(symbol.getChildren(), indent + "  ", lines);
        }
    }

    @Test
    void showsWhatAModelIsMadeOf() {
        assertThat(outline("""
                model Net(tau: time = 10 ms) {
                    clock(step = 2 ms, steps = 10)
                    input(3, 32, 32)
                    area Cortex(channels: int) { weight gain: float = 1; conv(channels); emit }
                    area V1 = Cortex(8)
                    if tau > 2 ms { area V2 { let x = relu(it); record(x); emit } }
                    skip V1 -> V2 (delay = 2 ms)
                    readout answer { flatten; linear(10) }
                }
                """))
                .containsExactly(
                        "Class Net",
                        "  Property tau | time = 10 ms",
                        "  Field input",
                        "  Interface Cortex",
                        "    Property channels | int",
                        "    Array gain | float",
                        "  Object V1 | Cortex(8)",
                        "  Object V2",
                        "    Variable x",
                        "    Key x",
                        "  Event skip V1 -> V2",
                        "  Field answer");
    }

    @Test
    void selectsTheNameInsideOfTheWhole() {
        Caret caret = Caret.in("/// Doc.\nblock b(n: int) { conv(n) }\n");
        DocumentSymbol symbol = DocumentSymbols.tree(caret.snapshot()).get(0);

        assertThat(caret.snapshot().positions().span(symbol.getSelectionRange()).text())
                .isEqualTo("b");
        assertThat(caret.snapshot().positions().span(symbol.getRange()).text()).endsWith("}");
    }

    @Test
    void findsDeclarationsByPartsOfTheirNames() {
        Caret caret = Caret.in(Caret.model("area Cortex() { conv(8); emit }\narea V1 = Cortex()"));

        assertThat(names(caret, "cortex")).startsWith("Cortex");
        assertThat(names(caret, "ctx")).contains("Cortex");
        assertThat(names(caret, "resnet18")).startsWith("ResNet18");
        assertThat(names(caret, "V1")).startsWith("V1");
        assertThat(names(caret, "zzzzq")).isEmpty();
    }

    @Test
    void givesThePlaceOfASymbolWhenItIsWanted() {
        Caret caret = Caret.in(Caret.model("area Visual { conv(8); emit }"));
        Snapshot snapshot = caret.snapshot();
        WorkspaceSymbol symbol = WorkspaceSymbols.of(snapshot.workspace(), snapshot.client(), "Visual", () -> false)
                .get(0);

        assertThat(symbol.getContainerName()).isEqualTo("Net");
        assertThat(symbol.getLocation().getRight().getUri()).isEqualTo("memory:/test.dyn");
        assertThat(WorkspaceSymbols.resolved(snapshot.workspace(), snapshot.client(), symbol, () -> false)
                        .getLocation()
                        .getLeft()
                        .getRange()
                        .getStart()
                        .getLine())
                .isEqualTo(3);
    }

    private static List<String> names(Caret caret, String query) {
        Snapshot snapshot = caret.snapshot();
        return WorkspaceSymbols.of(snapshot.workspace(), snapshot.client(), query, () -> false).stream()
                .map(WorkspaceSymbol::getName)
                .toList();
    }
}
