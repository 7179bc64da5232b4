package dync.lsp.feature;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonPrimitive;
import dync.lsp.Caret;
import java.util.List;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
    private static final String LOOP = Caret.model("""
            area V1 { conv(8); receive feedback; emit }
            area V2 { conv(8); recurrent(full, delay = 4 ms); receive skip; emit }
            area V4 from V1 + V2 { conv(8); receive skip; emit(delay = 2 ms) }
            skip V1 -> V4 (delay = 2 ms)
            feedback V4 -> V1 (delay = 8 ms, combine = multiplicative)
            """);

    private static CallHierarchyItem at(Caret caret) {
        CallHierarchyItem item =
                Connections.prepare(caret.snapshot(), caret.offset()).get(0);
        // as it comes back from a client
        item.setData(new JsonPrimitive((String) item.getData()));
        return item;
    }

    private static List<String> incoming(String text) {
        Caret caret = Caret.in(text);
        return Connections.incoming(caret.snapshot(), at(caret)).stream()
                .map(call -> words(caret, call.getFrom(), call.getFromRanges()))
                .toList();
    }

    private static List<String> outgoing(String text) {
        Caret caret = Caret.in(text);
        return Connections.outgoing(caret.snapshot(), at(caret)).stream()
                .map(call -> words(caret, call.getTo(), call.getFromRanges()))
                .toList();
    }

    private static String words(Caret caret, CallHierarchyItem item, List<Range> stated) {
        return item.getName() + ": " + item.getDetail() + " @ "
                + String.join(
                        " | ",
                        stated.stream()
                                .map(range ->
                                        caret.snapshot().positions().span(range).text())
                                .toList());
    }

    @Test
    void tellsWhoDrivesAnAreaAndHow() {
        assertThat(incoming(LOOP.replace("area V2", "area ‸V2")))
                .containsExactly(
                        "V1: feedforward @ V2",
                        "V2: recurrence, 4 ms, 2 steps, through full @ recurrent(full, delay = 4 ms)");
        assertThat(incoming(LOOP.replace("area V4", "area ‸V4")))
                .containsExactly(
                        "V1: feedforward, sum; skip, 2 ms, 1 step @ V1 | V1 -> V4", "V2: feedforward, sum @ V2");
        assertThat(incoming(LOOP.replace("area V1", "area ‸V1")))
                .containsExactly("input: feedforward @ V1", "V4: feedback, 8 ms, 4 steps, multiplicative @ V4 -> V1");
    }

    @Test
    void tellsWhomAnAreaDrives() {
        assertThat(outgoing(LOOP.replace("feedback V4", "feedback ‸V4")))
                .containsExactly(
                        "classifier: feedforward, 2 ms, 1 step @ classifier",
                        "V1: feedback, 8 ms, 4 steps, multiplicative @ V4 -> V1");
    }

    @Test
    void beginsAtInputsAndReadoutsAsWell() {
        assertThat(outgoing(LOOP.replace("input(", "inp‸ut("))).containsExactly("V1: feedforward @ V1");
        assertThat(incoming(LOOP.replace("classifier", "class‸ifier")))
                .containsExactly("V4: feedforward, 2 ms, 1 step @ classifier");
    }

    @Test
    void followsTheTextWhereTheModelCannotBeBuilt() {
        String broken = LOOP.replace("conv(8); receive feedback", "cnov(8); receive feedback");

        assertThat(incoming(broken.replace("area V1", "area ‸V1")))
                .containsExactly("input: feedforward @ V1", "V4: feedback, delay = 8 ms @ V4 -> V1");
    }

    @Test
    void findsTheRecurrenceInTheTemplate() {
        String model = Caret.model(
                "area Cortex(n: int) { conv(n); recurrent(self, delay = 2 ms); emit }\narea ‸V1 = Cortex(4)");

        assertThat(incoming(model))
                .contains("V1: recurrence, 2 ms, 1 step, through self @ recurrent(self, delay = 2 ms)");
    }

    @Test
    void staysInTheModelThatIsMeant() {
        String two = Caret.model("area V1 { emit }")
                + Caret.model("area A { emit }\narea ‸V1 { emit }").replace("Net", "Other");

        assertThat(incoming(two)).containsExactly("A: feedforward @ V1");
    }

    @Test
    void showsTheShapeOfWhatItBeginsAt() {
        Caret caret = Caret.in(LOOP.replace("area V1", "area ‸V1"));

        assertThat(at(caret).getDetail()).isEqualTo("8×32×32 in Net");
    }

    @Test
    void beginsNowhereElse() {
        Caret caret = Caret.in(LOOP.replace("conv(8); receive feedback", "co‸nv(8); receive feedback"));

        assertThat(Connections.prepare(caret.snapshot(), caret.offset())).isEmpty();
    }
}
