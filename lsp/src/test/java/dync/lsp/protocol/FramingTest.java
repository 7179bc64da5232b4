package dync.lsp.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes in all the ways in which they may and may not come; after each of them the server still answers. */
class FramingTest {
    private static final String QUESTION = ServerProcess.request(1, "workspace/nothing", "{}");
    private static final int NOT_FOUND = -32601;
    private static final int PARSE_ERROR = -32700;
    private static final int INVALID_REQUEST = -32600;

    @RegisterExtension
    static final SharedServer SHARED = new SharedServer();

    private static int code(JsonObject answer) {
        return answer.getAsJsonObject("error").get("code").getAsInt();
    }

    @ParameterizedTest
    @MethodSource("headers")
    void headersComeInAnyCaseAndOrder(String header) {
        SHARED.get().raw(header.replace("#", String.valueOf(QUESTION.length())) + QUESTION);
        assertThat(code(SHARED.get().answer(1))).isEqualTo(NOT_FOUND);
    }

    static Stream<String> headers() {
        return Stream.of(
                "content-length: #\r\n\r\n",
                "CONTENT-LENGTH:#\r\n\r\n",
                "Content-Length:   #  \r\n\r\n",
                "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: #\r\n\r\n",
                "Content-Length: #\r\nContent-Type: application/vscode-jsonrpc; charset=utf8\r\n\r\n",
                "Content-Length: #\r\ncontent-type: application/vscode-jsonrpc; charset=\"UTF-8\"\r\n\r\n",
                "Content-Length: #\r\nContent-Length: #\r\n\r\n",
                "X-Editor: one that adds headers\r\nContent-Length: #\r\n\r\n",
                "\r\n\r\nContent-Length: #\r\n\r\n",
                "Content-Length: #\n\n");
    }

    @ParameterizedTest
    @MethodSource("brokenHeaders")
    void aBrokenHeaderIsAnsweredAndTheNextMessageIsRead(String header) {
        SHARED.get().raw(header + QUESTION + "\r\n");
        SHARED.get().send(ServerProcess.request(2, "workspace/nothing", "{}"));
        assertThat(code(SHARED.get().refusal())).isEqualTo(PARSE_ERROR);
        assertThat(code(SHARED.get().answer(2))).isEqualTo(NOT_FOUND);
    }

    static Stream<String> brokenHeaders() {
        return Stream.of(
                "Content-Type: application/json\r\n\r\n",
                "Content-Length: many\r\n\r\n",
                "Content-Length: -5\r\n\r\n",
                "Content-Length: \r\n\r\n",
                "Content-Length: 99999999999999999999\r\n\r\n",
                "Content-Length: 2000000000\r\n\r\n",
                "Content-Length: 10\r\nContent-Length: 20\r\n\r\n",
                "Content-Length: 10\r\n\r\n",
                "Content-Length 10\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "\0\1\2\3\r\n\r\n",
                "x".repeat(100_000) + "\r\n\r\n");
    }

    @Test
    void aMessageBehindStrayBytesOnTheSameLineIsRead() {
        SHARED.get().raw("stray" + ServerProcess.frame(QUESTION));
        assertThat(code(SHARED.get().refusal())).isEqualTo(PARSE_ERROR);
        assertThat(code(SHARED.get().answer(1))).isEqualTo(NOT_FOUND);
    }

    @Test
    void aLengthThatIsTooLongCostsTheNextMessageButNotTheOneAfter() {
        SHARED.get().raw("Content-Length: " + (QUESTION.length() + 10) + "\r\n\r\n" + QUESTION);
        SHARED.get().send(ServerProcess.request(2, "workspace/nothing", "{}"));
        SHARED.get().send(ServerProcess.request(3, "workspace/nothing", "{}"));
        assertThat(code(SHARED.get().answer(3))).isEqualTo(NOT_FOUND);
    }

    @Test
    void aCharacterSetThatIsNotKnownIsRefused() {
        SHARED.get()
                .raw("Content-Length: " + QUESTION.length() + "\r\nContent-Type: a/b; charset=klingon\r\n\r\n"
                        + QUESTION);
        JsonObject refusal = SHARED.get().refusal();
        assertThat(code(refusal)).isEqualTo(PARSE_ERROR);
        assertThat(refusal.toString()).contains("klingon").contains("utf-8");
    }

    @Test
    void aMessageMayComeByteByByte() {
        for (byte each : ServerProcess.frame(QUESTION).getBytes(StandardCharsets.UTF_8)) {
            SHARED.get().raw(new byte[] {each});
        }
        assertThat(code(SHARED.get().answer(1))).isEqualTo(NOT_FOUND);
    }

    @Test
    void severalMessagesMayComeAtOnce() {
        StringBuilder all = new StringBuilder();
        for (int id = 1; id <= 50; id++) {
            all.append(ServerProcess.frame(ServerProcess.request(id, "workspace/nothing", "{}")));
        }
        SHARED.get().raw(all.toString());
        for (int id = 1; id <= 50; id++) {
            assertThat(code(SHARED.get().answer(id))).isEqualTo(NOT_FOUND);
        }
    }

    @Test
    void lengthsCountBytesNotCharacters() {
        SHARED.get().open("memory:/é.dyn", "// µ — 𝛕\nmodel");
        assertThat(SHARED.get().notification("textDocument/publishDiagnostics").toString())
                .contains("memory:/é.dyn");
    }

    @ParameterizedTest
    @MethodSource("noJson")
    void whatIsNoJsonIsAParseErrorOfNobody(String content) {
        SHARED.get().send(content);
        JsonObject refusal = SHARED.get().refusal();
        assertThat(code(refusal)).isEqualTo(PARSE_ERROR);
        assertThat(refusal.toString()).doesNotContain("java.").doesNotContain("Exception");
        assertThat(SHARED.get().notification("window/logMessage").toString()).contains("no JSON");
    }

    static Stream<String> noJson() {
        return Stream.of(
                "{", "{]", "hello", "{\"jsonrpc\":", "\u0000", "{'jsonrpc':'2.0'", "[1,", "{\"jsonrpc\":\"2.0\",,}");
    }

    @ParameterizedTest
    @MethodSource("noMessages")
    void jsonThatIsNoMessageIsAnInvalidRequest(String content) {
        SHARED.get().send(content);
        JsonObject refusal = SHARED.get().refusal();
        assertThat(code(refusal)).isEqualTo(INVALID_REQUEST);
        assertThat(refusal.toString()).doesNotContain("java.").doesNotContain("Exception");
    }

    static Stream<String> noMessages() {
        return Stream.of(
                "null",
                "1",
                "\"text\"",
                "{}",
                "[]",
                "[" + QUESTION + "]",
                "{\"jsonrpc\":\"2.0\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"shutdown\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"shutdown\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":99999999999999,\"method\":\"shutdown\"}");
    }

    @Test
    void anEmptyContentIsAParseError() {
        SHARED.get().raw("Content-Length: 0\r\n\r\n");
        assertThat(code(SHARED.get().refusal())).isEqualTo(PARSE_ERROR);
    }
}
