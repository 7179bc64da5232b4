package dync.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaygroundTest {
    private static final String OPEN = """
            {"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":\
            {"uri":"untitled:%s.dyn","languageId":"dyn","version":1,"text":"%s"}}}""";
    private static final String INITIALIZE = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}""";

    private Playground playground;
    private Client client;
    private String path;
    private String host;

    @BeforeEach
    void start() throws IOException {
        playground = Playground.start(0, Optional.empty(), new Page(Set.of("icon.svg")));
        client = new Client(playground.address());
        path = playground.address().getPath();
        host = "Host: 127.0.0.1:" + playground.address().getPort();
    }

    @AfterEach
    void stop() {
        playground.close();
    }

    @Test
    void theTokenOpensTheTexts() throws Exception {
        HttpResponse<String> answer = client.get("start.json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("DyRCNNx4", "CORnetRT").doesNotContain("\"file\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/start.json", "/language", "/file", "/x/start.json", "//start.json"})
    void withoutTheTokenNothingIsAnswered(String other) throws Exception {
        assertThat(client.raw("GET " + other + " HTTP/1.1", host)).containsAnyOf(" 403 ", " 400 ");
    }

    @Test
    void aTokenThatIsAlmostRightIsWrong() throws Exception {
        String almost = path.substring(0, path.length() - 2) + (path.endsWith("A/") ? "B/" : "A/");

        assertThat(client.raw("GET " + path + "start.json HTTP/1.1", host)).contains(" 200 ");
        assertThat(client.raw("GET " + almost + "start.json HTTP/1.1", host)).contains(" 403 ");
        assertThat(client.raw("GET " + path.substring(0, 20) + "/start.json HTTP/1.1", host))
                .contains(" 403 ");
    }

    @Test
    void eachStartHasAnotherToken() throws Exception {
        try (Playground second = Playground.start(0, Optional.empty(), new Page(Set.of()))) {
            assertThat(second.address().getPath()).isNotEqualTo(path).hasSizeGreaterThan(40);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Host: example.org", "Host: 127.0.0.1", "Host: 127.0.0.1:1", "Host: evil.127.0.0.1.nip.io:80"})
    void aNameThatSomebodyHasPointedHereIsRefused(String other) throws Exception {
        assertThat(client.raw("GET " + path + "start.json HTTP/1.1", other)).contains(" 403 ");
    }

    @Test
    void twoHostsAreRefused() throws Exception {
        assertThat(client.raw("GET " + path + "start.json HTTP/1.1", host, "Host: example.org"))
                .containsAnyOf(" 400 ", " 403 ");
    }

    @Test
    void localhostIsAnotherNameOfIt() throws Exception {
        String other = "Host: localhost:" + playground.address().getPort();

        assertThat(client.raw("GET " + path + "start.json HTTP/1.1", other)).contains(" 200 ");
        assertThat(client.raw("GET " + path + "start.json HTTP/1.1", other, "Origin: " + client.origin()))
                .contains(" 403 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.org", "null", "http://127.0.0.1", "http://127.0.0.1:1", "https://127.0.0.1"})
    void aPageOfAnotherOriginIsRefused(String origin) throws Exception {
        assertThat(client.raw("GET " + path + "start.json HTTP/1.1", host, "Origin: " + origin))
                .contains(" 403 ");
        assertThatThrownBy(() -> client.open(origin)).hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    @Test
    void aSocketWithoutAnOriginIsRefused() throws Exception {
        assertThat(client.raw(
                        "GET " + path + "language HTTP/1.1",
                        host,
                        "Upgrade: websocket",
                        "Connection: Upgrade",
                        "Sec-WebSocket-Version: 13",
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="))
                .contains(" 403 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../Playground.class",
                "%2e%2e/Playground.class",
                "..%2fPlayground.class",
                "..\\Playground.class",
                "/etc/passwd",
                "icon.svg/../../Playground.class",
                "files.list",
                "examples/ventral.dyn",
                "icon.svg%00"
            })
    void noPathLeadsOutOfThePage(String name) throws Exception {
        assertThat(client.raw("GET " + path + name + " HTTP/1.1", host)).containsAnyOf(" 400 ", " 403 ", " 404 ");
    }

    @Test
    void theBrowserIsToldToRunNothingButThePage() throws Exception {
        HttpResponse<String> answer = client.get("start.json");

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe-eval");
        assertThat(answer.headers().map())
                .containsKeys("X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Resource-Policy")
                .doesNotContainKeys("Access-Control-Allow-Origin", "Server", "Set-Cookie");
    }

    @Test
    void onlyTheLoopbackAddressListens() throws Exception {
        int port = playground.address().getPort();
        for (java.net.NetworkInterface each :
                java.util.Collections.list(java.net.NetworkInterface.getNetworkInterfaces())) {
            for (java.net.InetAddress address : java.util.Collections.list(each.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    assertThatThrownBy(() -> {
                                try (Socket socket = new Socket()) {
                                    socket.connect(new InetSocketAddress(address, port), 1000);
                                }
                            })
                            .isInstanceOf(IOException.class);
                }
            }
        }
    }

    @Test
    void twoPagesHaveServersOfTheirOwn() throws Exception {
        try (Client.Line first = client.open();
                Client.Line second = client.open()) {
            first.send(INITIALIZE);
            second.send(INITIALIZE);
            first.await("\"capabilities\"");
            second.await("\"capabilities\"");

            first.send(OPEN.formatted("same", "model A {"));
            second.send(OPEN.formatted("same", "const ok = 1\\n"));

            assertThat(first.await("publishDiagnostics")).contains("DYN");
            assertThat(second.await("publishDiagnostics")).contains("\"diagnostics\":[]");
        }
    }

    @Test
    void whatIsNoMessageIsAnsweredAndTheLineStaysOpen() throws Exception {
        try (Client.Line line = client.open()) {
            line.send("{");
            assertThat(line.await("error")).contains("-32700");
            line.send("[1, 2]");
            line.send("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"no/such\",\"params\":{}}");
            assertThat(line.await("\"id\":7")).contains("error");
            line.send(INITIALIZE);
            assertThat(line.await("\"id\":1")).contains("capabilities");
        }
    }

    @Test
    void closingEndsTheConnections() throws Exception {
        try (Client.Line line = client.open()) {
            line.send(INITIALIZE);
            line.await("capabilities");

            playground.close();

            assertThat(line.closed.handle((code, failure) -> true).get(10, TimeUnit.SECONDS))
                    .isTrue();
            assertThatThrownBy(() -> client.get("start.json")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aPortInUseIsSaidToBe() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Playground.start(taken.getLocalPort(), Optional.empty(), new Page(Set.of())))
                    .isInstanceOf(BindException.class);
        }
    }
}
