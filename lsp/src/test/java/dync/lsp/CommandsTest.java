package dync.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonPrimitive;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowDocumentCapabilities;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.ShowDocumentResult;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    private static final String URI_OF_TEXT = "memory:/net.dyn";
    private static final String MODEL = Caret.model("area V1 { conv(8); emit }");

    /** Takes down what it is told. */
    private static final class Listener implements DynClient {
        private final List<String> told = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void showMessage(MessageParams message) {
            told.add(message.getType() + ": " + message.getMessage());
        }

        @Override
        public CompletableFuture<ShowDocumentResult> showDocument(ShowDocumentParams params) {
            told.add("show " + params.getUri());
            return CompletableFuture.completedFuture(new ShowDocumentResult(true));
        }

        @Override
        public void notifyProgress(ProgressParams params) {
            told.add(params.getToken().get() + " " + params.getValue().getLeft().getKind());
        }

        @Override
        public void analysed(Analysed analysed) {}

        @Override
        public void telemetryEvent(Object event) {}

        @Override
        public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {}

        @Override
        public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void logMessage(MessageParams message) {}
    }

    @TempDir
    private Path cache;

    private final Listener client = new Listener();
    private DynServer server;

    private void open(String text, boolean showsDocuments) {
        server = new DynServer(cache, () -> {});
        server.connect(client);
        InitializeParams params = new InitializeParams();
        WindowClientCapabilities window = new WindowClientCapabilities();
        window.setShowDocument(new ShowDocumentCapabilities(showsDocuments));
        ClientCapabilities capabilities = new ClientCapabilities();
        capabilities.setWindow(window);
        params.setCapabilities(capabilities);
        server.initialize(params).join();
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(URI_OF_TEXT, "dyn", 1, text)));
    }

    private Object execute(String command, String uri, String model) {
        ExecuteCommandParams params =
                new ExecuteCommandParams(command, List.of(new JsonPrimitive(uri), new JsonPrimitive(model)));
        params.setWorkDoneToken(Either.forLeft("work"));
        return server.getWorkspaceService().executeCommand(params).join();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void compileSaysWhatCameOut() {
        open(MODEL, false);

        assertThat(execute("dync.server.compile", URI_OF_TEXT, "Net"))
                .asString()
                .matches("Net compiles: 314 parameters · 0 steps latency, \\d+ lines of Java in dyn\\.net\\.Net");
        assertThat(client.told)
                .hasSize(3)
                .startsWith("work begin")
                .endsWith("work end")
                .element(1)
                .asString()
                .startsWith("Info: Net compiles");
    }

    @Test
    void compileSaysWhatIsWrong() {
        open(MODEL.replace("conv", "cnov"), false);

        execute("dync.server.compile", URI_OF_TEXT, "");
        assertThat(client.told).contains("Error: Net does not compile: there is no operation cnov (line 4)");
    }

    @Test
    void describeShowsAPicture() throws Exception {
        open(MODEL, true);

        String uri = (String) execute("dync.server.describe", URI_OF_TEXT, "Net");
        assertThat(client.told).contains("show " + uri);
        assertThat(Files.readString(Path.of(URI.create(uri))))
                .startsWith("<svg")
                .contains("V1");
    }

    @Test
    void describeSaysWhereThePictureIsToAClientThatCannotShowIt() {
        open(MODEL, false);

        String uri = (String) execute("dync.server.describe", URI_OF_TEXT, "Net");
        assertThat(client.told).contains("Info: the picture is in " + Path.of(URI.create(uri)));
    }

    @Test
    void describeSaysWhyThereIsNoPicture() {
        open("const K = 3", true);

        assertThat(execute("dync.server.describe", URI_OF_TEXT, "")).isEqualTo("there is no model here yet");
        assertThat(client.told).contains("Error: there is no model here yet");
    }

    @Test
    void refuseWhatTheyDoNotKnow() {
        open(MODEL, false);

        assertThatThrownBy(() -> execute("dync.server.sing", URI_OF_TEXT, "Net"))
                .hasMessageContaining("there is no command dync.server.sing");
        assertThatThrownBy(() -> execute("dync.server.compile", "memory:/other.dyn", "Net"))
                .hasMessageContaining("memory:/other.dyn is not open");
    }
}
