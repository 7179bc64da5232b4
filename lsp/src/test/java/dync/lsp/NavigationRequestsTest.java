package dync.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FileRename;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests about names from a client that can do nothing but the least. */
class NavigationRequestsTest {
    @TempDir
    Path root;

    @TempDir
    Path cache;

    private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
    private DynServer server;
    private TextDocumentIdentifier text;

    @BeforeEach
    void start() throws Exception {
        Files.writeString(root.resolve("nets.dyn"), "block Residual() { relu }\n");
        Path file = Files.writeString(root.resolve("user.dyn"), "import nets.Residual\nblock u() { Residual }\n");
        server = new DynServer(cache, () -> {});
        server.connect((DynClient) Proxy.newProxyInstance(
                DynClient.class.getClassLoader(), new Class<?>[] {DynClient.class}, (proxy, method, arguments) -> {
                    if (arguments != null && arguments[0] instanceof PublishDiagnosticsParams diagnostics) {
                        published.add(diagnostics);
                    }
                    return method.getReturnType() == CompletableFuture.class
                            ? CompletableFuture.completedFuture(null)
                            : null;
                }));
        InitializeParams params = new InitializeParams();
        params.setCapabilities(new ClientCapabilities());
        params.setWorkspaceFolders(List.of(new WorkspaceFolder(root.toUri().toString(), "root")));
        assertThat(server.initialize(params)
                        .get()
                        .getCapabilities()
                        .getRenameProvider()
                        .getLeft())
                .isTrue();
        text = new TextDocumentIdentifier(file.toUri().toString());
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(
                        new TextDocumentItem(text.getUri(), "dyn", 1, Files.readString(file))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void givesPlacesAndFlatSymbolsToAClientThatTakesNoLinksAndNoTrees() throws Exception {
        assertThat(server.getTextDocumentService()
                        .definition(new DefinitionParams(text, new Position(1, 14)))
                        .get()
                        .getLeft())
                .singleElement()
                .satisfies(place -> assertThat(place.getUri()).endsWith("/nets.dyn"));
        assertThat(server.getTextDocumentService()
                        .documentSymbol(new DocumentSymbolParams(text))
                        .get())
                .singleElement()
                .satisfies(symbol -> assertThat(symbol.getLeft().getName()).isEqualTo("u"));
        assertThat(server.getTextDocumentService()
                        .references(new ReferenceParams(text, new Position(1, 14), new ReferenceContext(true)))
                        .get())
                .hasSize(3);
    }

    @Test
    void findsTheSymbolsOfFilesInTheFolder() throws Exception {
        assertThat(server.getWorkspaceService()
                        .symbol(new WorkspaceSymbolParams("residual"))
                        .get()
                        .getRight())
                .first()
                .satisfies(symbol ->
                        assertThat(symbol.getLocation().getLeft().getUri()).endsWith("/nets.dyn"));
    }

    @Test
    void tellsWhyANameCannotBeChanged() {
        assertThatThrownBy(() -> server.getTextDocumentService()
                        .rename(new RenameParams(text, new Position(1, 14), "relu"))
                        .get())
                .rootCause()
                .isInstanceOf(ResponseErrorException.class)
                .hasMessageStartingWith("Residual cannot become relu: in line 1");
        assertThatThrownBy(() -> server.getTextDocumentService()
                        .prepareRename(new PrepareRenameParams(text, new Position(1, 2)))
                        .get())
                .rootCause()
                .hasMessage("block is no name that something has been given");
    }

    @Test
    void writesFilesThatAreNotOpenByTheirAddresses() throws Exception {
        assertThat(server.getTextDocumentService()
                        .rename(new RenameParams(text, new Position(1, 14), "Res"))
                        .get()
                        .getChanges()
                        .keySet())
                .anySatisfy(uri -> assertThat(uri).endsWith("/nets.dyn"))
                .contains(text.getUri());
    }

    @Test
    void looksAgainWhenAFileThatIsImportedHasMoved() throws IOException, InterruptedException {
        assertThat(published.poll(20, TimeUnit.SECONDS).getDiagnostics()).isEmpty();
        Path before = root.resolve("nets.dyn");
        Path after = Files.move(before, root.resolve("moved.dyn"));

        server.getWorkspaceService()
                .didRenameFiles(new RenameFilesParams(List.of(
                        new FileRename(before.toUri().toString(), after.toUri().toString()))));

        assertThat(published.poll(20, TimeUnit.SECONDS).getDiagnostics())
                .anySatisfy(
                        diagnostic -> assertThat(diagnostic.getCode().getLeft()).isEqualTo("DYN0211"));
    }
}
