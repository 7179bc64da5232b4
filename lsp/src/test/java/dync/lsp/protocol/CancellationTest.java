package dync.lsp.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Questions that nobody wants answered any more. */
class CancellationTest {
    private static final String URI = "memory:/slow.dyn";
    /** More threads than that answer nothing, however many questions there are. */
    private static final int BUSY = 8;

    private static final int CANCELLED = -32800;
    private static final int MODIFIED = -32801;

    /** Several seconds' work: seven times the deepest model of the library. */
    private static final String SLOW = "import dyn.models.ResNet1202\n\n"
            + IntStream.range(0, 7)
                    .mapToObj(i -> "model Slow" + i + " = ResNet1202(n_classes = " + (i + 2) + ")\n")
                    .collect(Collectors.joining());

    private final ServerProcess server = ServerProcess.initialised();

    @AfterEach
    void end() {
        server.close();
    }

    private static String view(int id, String view, String model) {
        return ServerProcess.request(
                id,
                "dync/view",
                "{\"textDocument\":{\"uri\":\"" + URI + "\"},\"view\":\"" + view + "\",\"model\":\"" + model + "\"}");
    }

    private void cancel(int id) {
        server.tell("$/cancelRequest", "{\"id\":" + id + "}");
    }

    private static int code(JsonObject answer) {
        return answer.getAsJsonObject("error").get("code").getAsInt();
    }

    @Test
    void aLongOneAndOneThatHasNotBegunAreCancelledAtOnce() {
        server.open(URI, SLOW);
        StringBuilder all = new StringBuilder();
        for (int id = 1; id <= BUSY; id++) {
            all.append(ServerProcess.frame(view(id, "describe", "Slow6")));
        }
        long begun = System.nanoTime();
        server.raw(all.toString());
        for (int id = 1; id <= BUSY; id++) {
            cancel(id);
        }
        for (int id = 1; id <= BUSY; id++) {
            JsonObject answer = server.answer(id);
            assertThat(code(answer)).isEqualTo(CANCELLED);
            assertThat(answer.toString()).doesNotContain("Exception");
        }
        // the threads are free again long before the models would have been built
        assertThat(server.ask(
                                BUSY + 1,
                                "textDocument/formatting",
                                "{\"textDocument\":{\"uri\":\"" + URI
                                        + "\"},\"options\":{\"tabSize\":4,\"insertSpaces\":true}}")
                        .has("result"))
                .isTrue();
        assertThat(System.nanoTime() - begun).isLessThan(3_000_000_000L);
    }

    @Test
    void whatIsSlowIsGivenUpWhenTheTextHasChanged() {
        server.open(URI, SLOW);
        server.send(view(1, "describe", "Slow6"));
        server.tell(
                "textDocument/didChange",
                "{\"textDocument\":{\"uri\":\"" + URI
                        + "\",\"version\":2},\"contentChanges\":[{\"text\":\"model A\"}]}");
        assertThat(code(server.answer(1))).isEqualTo(MODIFIED);
        assertThat(server.next(message -> message.toString().contains("\"version\":2"))
                        .toString())
                .contains("DYN");
    }

    @Test
    void diagnosticsOfASlowTextDoNotKeepItsNextVersionWaiting() {
        server.open(URI, SLOW);
        for (int version = 2; version < 20; version++) {
            server.tell(
                    "textDocument/didChange",
                    "{\"textDocument\":{\"uri\":\"" + URI + "\",\"version\":" + version
                            + "},\"contentChanges\":[{\"range\":{\"start\":{\"line\":0,\"character\":0},\"end\":{\"line\":0,"
                            + "\"character\":0}},\"text\":\"\\n\"}]}");
        }
        long begun = System.nanoTime();
        server.tell(
                "textDocument/didChange",
                "{\"textDocument\":{\"uri\":\"" + URI
                        + "\",\"version\":20},\"contentChanges\":[{\"text\":\"model A\"}]}");
        server.next(message -> message.toString().contains("\"version\":20"));
        assertThat(System.nanoTime() - begun).isLessThan(3_000_000_000L);
    }

    @Test
    void cancellingWhatIsAnsweredOrWasNeverAskedChangesNothing() {
        server.open(URI, "model A");
        assertThat(server.ask(1, "dync/view", "{\"textDocument\":{\"uri\":\"" + URI + "\"}}")
                        .has("result"))
                .isTrue();
        cancel(1);
        cancel(4711);
        server.tell("$/cancelRequest", "null");
        server.tell("$/cancelRequest", "{\"id\":\"x\"}");
        server.tell("$/cancelRequest", "{}");
        assertThat(server.answers()).isTrue();
        assertThat(server.complaints()).isEmpty();
    }
}
