package dync.lsp.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that are well-formed and make no sense. None gets a stack trace, none ends the server. */
class OddMessagesTest {
    private static final String MODEL = """
            model Net {
                clock(step = 2 ms, steps = 10)
                input(3, 32, 32)
                area V1 { conv(8); emit }
                readout classifier { avgpool; flatten; linear(10) }
            }
            """;
    private static final int NOT_FOUND = -32601;
    private static final int INVALID_PARAMS = -32602;
    private static final int WARNING = 2;

    @RegisterExtension
    static final SharedServer SHARED = new SharedServer();

    private static int code(JsonObject answer) {
        assertThat(answer.toString())
                .doesNotContain("Exception")
                .doesNotContain("\\tat ")
                .doesNotContain("java.");
        return answer.getAsJsonObject("error").get("code").getAsInt();
    }

    private static String message(JsonObject answer) {
        return answer.getAsJsonObject("error").get("message").getAsString();
    }

    private static JsonObject diagnostics(String uri, int version) {
        return SHARED.get()
                .next(message -> message.has("method")
                        && message.get("method").getAsString().equals("textDocument/publishDiagnostics")
                        && message.getAsJsonObject("params")
                                .get("uri")
                                .getAsString()
                                .equals(uri)
                        && message.getAsJsonObject("params").has("version")
                        && message.getAsJsonObject("params").get("version").getAsInt() == version);
    }

    private static void change(String uri, int version, String changes) {
        SHARED.get()
                .tell(
                        "textDocument/didChange",
                        "{\"textDocument\":{\"uri\":\"" + uri + "\",\"version\":" + version + "},\"contentChanges\":"
                                + changes + "}");
    }

    private static JsonObject format(int id, String uri) {
        return SHARED.get()
                .ask(
                        id,
                        "textDocument/formatting",
                        "{\"textDocument\":{\"uri\":\"" + uri
                                + "\"},\"options\":{\"tabSize\":4,\"insertSpaces\":true}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"textDocument/nothing", "workspace/executeNothing", "$/nothing", "", "textDocument/moniker"})
    void unknownRequestsAreNotFound(String method) {
        assertThat(code(SHARED.get()
                        .ask(
                                1,
                                method,
                                "{\"textDocument\":{\"uri\":\"a:/b\"},\"position\":{\"line\":0,"
                                        + "\"character\":0}}")))
                .isEqualTo(NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"textDocument/nothing", "$/nothing", "$/setTrace", "$/progress", "notebookDocument/didOpen"})
    void unknownNotificationsAreDroppedWithoutAWord(String method) {
        SHARED.get().tell(method, "{\"value\":\"off\",\"token\":1}");
        assertThat(SHARED.get().answers()).isTrue();
        assertThat(SHARED.get().next(100)).isEmpty();
    }

    @Test
    void idsMayBeText() {
        SHARED.get().send("{\"jsonrpc\":\"2.0\",\"id\":\"a-b-c\",\"method\":\"workspace/nothing\"}");
        JsonObject answer = SHARED.get()
                .next(message ->
                        message.has("error") && message.get("id").toString().equals("\"a-b-c\""));
        assertThat(code(answer)).isEqualTo(NOT_FOUND);
    }

    @Test
    void anAnswerThatNobodyAskedForIsDropped() {
        SHARED.get().send("{\"jsonrpc\":\"2.0\",\"id\":4711,\"result\":null}");
        SHARED.get().send("{\"jsonrpc\":\"2.0\",\"id\":\"4712\",\"error\":{\"code\":1,\"message\":\"no\"}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "textDocument/formatting|null|",
                "textDocument/formatting|{}|textDocument",
                "textDocument/formatting|[]|",
                "textDocument/formatting|{\"textDocument\":7,\"options\":{}}|textDocument",
                "textDocument/formatting|{\"textDocument\":{},\"options\":{}}|textDocument.uri",
                "textDocument/codeAction|{\"textDocument\":{\"uri\":\"a:/b\"}}|range",
                "textDocument/codeAction|{\"textDocument\":{\"uri\":\"a:/b\"},\"context\":{\"diagnostics\":[]},\"range\":"
                        + "{\"start\":{\"line\":\"one\",\"character\":0},\"end\":{\"line\":0,\"character\":0}}}|a number was expected",
                "textDocument/rangeFormatting|{\"textDocument\":{\"uri\":\"a:/b\"},\"options\":{},\"range\":{}}|range.start",
                "dync/view|null|missing",
                "dync/view|{}|textDocument",
                "dync/view|{\"textDocument\":{}}|uri",
                "dync/view|{\"textDocument\":\"a\"}|textDocument",
                "textDocument/formatting|\"text\"|"
            })
    void wrongParametersAreNamed(String method, String params, String named) {
        JsonObject answer = SHARED.get().ask(1, method, params);
        assertThat(code(answer)).isEqualTo(INVALID_PARAMS);
        assertThat(message(answer))
                .startsWith("params of " + method)
                .contains(Optional.ofNullable(named).orElse(""));
    }

    @Test
    void wrongParametersOfANotificationAreLogged() {
        SHARED.get().tell("textDocument/didOpen", "{\"textDocument\":{\"uri\":\"memory:/x.dyn\"}}");
        assertThat(SHARED.get().notification("window/logMessage").toString()).contains("textDocument.text is missing");
        SHARED.get().tell("textDocument/didChange", "[1,2,3]");
        assertThat(SHARED.get().notification("window/logMessage").toString()).doesNotContain("Exception");
    }

    @Test
    void aSettingThatThereIsNotIsLogged() {
        SHARED.get().tell("workspace/didChangeConfiguration", "{\"settings\":{\"dync\":{\"codelens\":false}}}");
        JsonObject logged = SHARED.get().notification("window/logMessage").getAsJsonObject("params");
        assertThat(logged.get("message").getAsString()).contains("did you mean dync.codeLens?");
        assertThat(logged.get("type").getAsInt()).isEqualTo(WARNING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no uri at all",
                "file:",
                "file:///%zz",
                "file://host/share/a.dyn",
                "http://[",
                "memory:/a b.dyn",
                "file:///nul%00.dyn",
                "untitled:Untitled-1",
                "FILE:///upper.dyn",
                "file:relative.dyn",
                "dync-std:/nothing.dyn",
                "dync-std:/../../etc/passwd",
                "\\\\server\\share",
                "file:///C:/windows.dyn",
                "jar:file:/a.jar!/b.dyn"
            })
    void anyTextWillDoForAnAddress(String uri) {
        SHARED.get().open(uri, MODEL + "area");
        String found = diagnostics(uri, 1).toString();
        String json = new com.google.gson.JsonPrimitive(uri).toString();
        assertThat(found).contains("DYN0");
        assertThat(SHARED.get()
                        .ask(
                                1,
                                "textDocument/formatting",
                                "{\"textDocument\":{\"uri\":" + json
                                        + "},\"options\":{\"tabSize\":4,\"insertSpaces\":true}}")
                        .has("result"))
                .isTrue();
        SHARED.get().tell("textDocument/didClose", "{\"textDocument\":{\"uri\":" + json + "}}");
    }

    @Test
    void placesBehindTheTextAreItsEnd() {
        SHARED.get().open("memory:/range.dyn", MODEL);
        diagnostics("memory:/range.dyn", 1);
        for (String position : new String[] {
            "{\"line\":1000000,\"character\":0}",
            "{\"line\":0,\"character\":2147483647}",
            "{\"line\":-1,\"character\":-1}",
            "{\"line\":2147483647,\"character\":2147483647}"
        }) {
            JsonObject answer = SHARED.get()
                    .ask(
                            2,
                            "textDocument/codeAction",
                            "{\"textDocument\":{\"uri\":\"memory:/range.dyn\"},\"context\":{\"diagnostics\":[]},\"range\":{\"start\":"
                                    + position + ",\"end\":" + position + "}}");
            assertThat(answer.get("result").isJsonArray()).isTrue();
        }
    }

    @Test
    void changesBehindTheTextAreMadeAtItsEnd() {
        String uri = "memory:/end.dyn";
        SHARED.get().open(uri, "mod");
        change(
                uri,
                2,
                "[{\"range\":{\"start\":{\"line\":0,\"character\":99},\"end\":{\"line\":99,\"character\":0}},"
                        + "\"text\":\"el\"},{\"range\":{\"start\":{\"line\":5,\"character\":5},\"end\":{\"line\":0,\"character\":0}},"
                        + "\"text\":\" A\"}]");
        // the text is now "model A": a model without a body
        assertThat(diagnostics(uri, 2).toString()).contains("DYN");
        assertThat(SHARED.get()
                        .ask(3, "dync/view", "{\"textDocument\":{\"uri\":\"" + uri + "\"}}")
                        .getAsJsonObject("result")
                        .get("problem")
                        .getAsString())
                .isNotEmpty();
    }

    @Test
    void versionsMayComeOutOfOrder() {
        String uri = "memory:/versions.dyn";
        SHARED.get().open(uri, MODEL);
        diagnostics(uri, 1);
        change(uri, 7, "[{\"text\":\"model\"}]");
        diagnostics(uri, 7);
        change(uri, 3, "[{\"text\":\"" + MODEL.replace("\n", "\\n") + "\"}]");
        assertThat(diagnostics(uri, 3).getAsJsonObject("params").getAsJsonArray("diagnostics"))
                .isEmpty();
    }

    @Test
    void whatIsNotOpenCannotBeChangedClosedOrAskedAbout() {
        String uri = "memory:/closed.dyn";
        change(uri, 2, "[{\"text\":\"model\"}]");
        SHARED.get().tell("textDocument/didClose", "{\"textDocument\":{\"uri\":\"" + uri + "\"}}");
        JsonObject answer = format(1, uri);
        assertThat(code(answer)).isEqualTo(INVALID_PARAMS);
        assertThat(message(answer)).isEqualTo(uri + " is not open");
        SHARED.get().open(uri, MODEL);
        diagnostics(uri, 1);
        SHARED.get().open(uri, MODEL);
        SHARED.get().tell("textDocument/didClose", "{\"textDocument\":{\"uri\":\"" + uri + "\"}}");
        assertThat(code(format(2, uri))).isEqualTo(INVALID_PARAMS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "{", "[", "a.", "- ", "a { ", "if true { ", "not "})
    void textThatIsNestedDeeplyIsLivedThrough(String opening) {
        String uri = "memory:/deep.dyn";
        SHARED.get().open(uri, "model A { area V1 { conv(" + opening.repeat(50_000));
        JsonObject answer = format(1, uri);
        assertThat(answer.has("result") || code(answer) == -32603).isTrue();
        SHARED.get()
                .next(message -> message.has("method")
                        && (message.get("method").getAsString().equals("textDocument/publishDiagnostics")
                                || message.toString().contains("this is a defect of dync")));
        SHARED.get().tell("textDocument/didClose", "{\"textDocument\":{\"uri\":\"" + uri + "\"}}");
    }

    @Test
    void anUnknownViewIsRefusedWithThoseThatThereAre() {
        SHARED.get().open("memory:/view.dyn", MODEL);
        JsonObject answer = SHARED.get()
                .ask(1, "dync/view", "{\"textDocument\":{\"uri\":\"memory:/view.dyn\"},\"view\":\"hologram\"}");
        assertThat(code(answer)).isEqualTo(INVALID_PARAMS);
        assertThat(message(answer)).contains("hologram").contains("wiring");
    }
}
