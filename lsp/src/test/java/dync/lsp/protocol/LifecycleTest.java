package dync.lsp.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dync.lsp.Texts;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** How a connection begins and ends. */
class LifecycleTest {
    private static final String INITIALIZE = "{\"processId\":null,\"rootUri\":null,\"capabilities\":{}}";

    private static int code(JsonObject answer) {
        return answer.getAsJsonObject("error").get("code").getAsInt();
    }

    @Test
    void beforeItIsInitialisedRequestsAreRefusedAndNotificationsDropped() {
        try (ServerProcess server = ServerProcess.start()) {
            assertThat(code(server.ask(1, "textDocument/formatting", "{}"))).isEqualTo(-32002);
            assertThat(code(server.ask(2, "workspace/nothing", "{}"))).isEqualTo(-32002);
            assertThat(code(server.ask(3, "shutdown", "null"))).isEqualTo(-32002);
            server.open("memory:/early.dyn", "model");
            server.initialise("{}");
            assertThat(server.ask(
                                    4,
                                    "textDocument/formatting",
                                    "{\"textDocument\":{\"uri\":\"memory:/early.dyn\"},\"options\":{\"tabSize\":4,"
                                            + "\"insertSpaces\":true}}")
                            .toString())
                    .contains("memory:/early.dyn is not open");
        }
    }

    @Test
    void itIsInitialisedOnce() {
        try (ServerProcess server = ServerProcess.initialised()) {
            assertThat(code(server.ask(1, "initialize", INITIALIZE))).isEqualTo(-32600);
            assertThat(server.answers()).isTrue();
        }
    }

    @Test
    void afterShutdownRequestsAreRefusedAndExitIsInOrder() {
        try (ServerProcess server = ServerProcess.initialised()) {
            assertThat(server.ask(1, "shutdown", "null").get("result").isJsonNull())
                    .isTrue();
            assertThat(code(server.ask(2, "textDocument/formatting", "{}"))).isEqualTo(-32600);
            assertThat(code(server.ask(3, "shutdown", "null"))).isEqualTo(-32600);
            assertThat(code(server.ask(4, "initialize", INITIALIZE))).isEqualTo(-32600);
            server.open("memory:/late.dyn", "model");
            server.tell("exit", "null");
            assertThat(server.exitCode()).isZero();
            assertThat(server.complaints()).isEmpty();
        }
    }

    @Test
    void whatWasAskedBeforeShutdownIsStillAnswered() {
        try (ServerProcess server = ServerProcess.initialised()) {
            server.open("memory:/a.dyn", Texts.manyModels(5));
            StringBuilder all = new StringBuilder();
            for (int id = 1; id <= 20; id++) {
                all.append(ServerProcess.frame(ServerProcess.request(
                        id, "dync/view", "{\"textDocument\":{\"uri\":\"memory:/a.dyn\"},\"view\":\"describe\"}")));
            }
            server.raw(all + ServerProcess.frame(ServerProcess.request(21, "shutdown", "null")));
            for (int id = 1; id <= 21; id++) {
                assertThat(server.answer(id).has("result")).isTrue();
            }
            server.tell("exit", "null");
            assertThat(server.exitCode()).isZero();
        }
    }

    @Test
    void exitWithoutShutdownIsDisorder() {
        try (ServerProcess server = ServerProcess.initialised()) {
            server.tell("exit", "null");
            assertThat(server.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void exitBeforeInitializeEndsItToo() {
        try (ServerProcess server = ServerProcess.start()) {
            server.tell("exit", "null");
            assertThat(server.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void theEndOfTheInputEndsItAlsoWithinAMessage() {
        try (ServerProcess whole = ServerProcess.initialised();
                ServerProcess half = ServerProcess.initialised()) {
            whole.closeInput();
            assertThat(whole.exitCode()).isEqualTo(1);
            half.raw("Content-Length: 100\r\n\r\n{\"jsonrpc\":");
            half.closeInput();
            assertThat(half.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void itLeavesWhenTheEditorDies() throws IOException {
        Process editor = new ProcessBuilder("sleep", "300").start();
        try (ServerProcess server = ServerProcess.start()) {
            server.ask(1, "initialize", INITIALIZE.replace("null,\"rootUri\"", editor.pid() + ",\"rootUri\""));
            assertThat(server.answers()).isTrue();
            editor.destroyForcibly();
            assertThat(server.exitCode()).isEqualTo(1);
        } finally {
            editor.destroyForcibly();
        }
    }

    @Test
    void anEditorThatCannotBeSeenFromHereIsNotWaitedFor() {
        try (ServerProcess server = ServerProcess.start()) {
            server.ask(1, "initialize", INITIALIZE.replace("null,\"rootUri\"", "2000000000,\"rootUri\""));
            assertThat(server.answers()).isTrue();
        }
    }

    @Test
    void whatIsPrintedDoesNotReachTheClient() {
        try (ServerProcess server = ServerProcess.start(Chatterbox.class)) {
            server.initialise("{}");
            for (int i = 0; i < 100; i++) {
                assertThat(server.answers()).isTrue();
            }
            assertThat(server.complaints()).contains("this is printed");
        }
    }
}
