package dync.lsp.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dync.lsp.Caret;
import dync.lsp.Client;
import dync.lsp.Clients;
import dync.lsp.Settings;
import java.util.List;
import org.eclipse.lsp4j.CodeLens;
import org.junit.jupiter.api.Test;

class LensesTest {
    private static final String MODEL = Caret.model("area V1 { conv(8); emit(delay = 6 ms) }");

    private static List<String> lenses(String text, Client client) {
        return Lenses.of(Caret.in(text, client).snapshot()).stream()
                .map(LensesTest::words)
                .toList();
    }

    private static String words(CodeLens lens) {
        return lens.getRange().getStart().getLine() + ": " + lens.getCommand().getTitle() + " -> "
                + lens.getCommand().getCommand() + lens.getCommand().getArguments();
    }

    @Test
    void nameTheCommandsThatTheClientBrings() {
        assertThat(lenses("// first line\n" + MODEL, Clients.with("dync.describe", "dync.compile", "dync.train")))
                .containsExactly(
                        "1: 314 parameters · 3 steps latency -> dync.describe[memory:/test.dyn, Net]",
                        "1: compile -> dync.compile[memory:/test.dyn, Net]",
                        "1: train -> dync.train[memory:/test.dyn, Net]");
    }

    @Test
    void nameTheServersCommandsForOtherClients() {
        assertThat(lenses(MODEL, Clients.plain()))
                .containsExactly(
                        "0: 314 parameters · 3 steps latency -> dync.server.describe[memory:/test.dyn, Net]",
                        "0: compile -> dync.server.compile[memory:/test.dyn, Net]");
    }

    @Test
    void standAboveVariantsToo() {
        assertThat(lenses(MODEL + "model Slow = Net(tau = 20 ms)\n", Clients.plain()))
                .hasSize(4);
    }

    @Test
    void sayNothingOfAModelThatCannotBeBuilt() {
        assertThat(lenses(MODEL.replace("conv", "cnov"), Clients.plain()))
                .containsExactly("0: compile -> dync.server.compile[memory:/test.dyn, Net]");
    }

    @Test
    void tellTheEarliestAndTheLatestAnswer() {
        assertThat(lenses(
                        MODEL.replace("readout", "readout early from input { flatten; linear(2) }\n    readout"),
                        Clients.plain()))
                .first()
                .asString()
                .contains("0 to 3 steps latency");
    }

    @Test
    void canBeSwitchedOff() {
        Snapshot on = Caret.in(MODEL).snapshot();
        Snapshot off = new Snapshot(
                on.document(), on.analysis(), on.workspace(), on.client(), new Settings(true, true, true, false));

        assertThat(Lenses.of(off)).isEmpty();
    }
}
