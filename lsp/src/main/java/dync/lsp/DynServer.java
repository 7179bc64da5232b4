package dync.lsp;

import dync.lsp.document.StandardLibrary;
import dync.lsp.feature.View;
import dync.lsp.feature.ViewParams;
import dync.lsp.feature.Views;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/**
 * The language server of one connection.
 *
 * <p>{@link #start} runs it over a pair of streams; who has messages of another kind (a WebSocket) makes one with
 * {@link #DynServer} and gives it a client with {@link #connect}.
 */
public final class DynServer implements LanguageServer {
    private final Path cache;
    private final Runnable onExit;
    private final TextRequests texts = new TextRequests(this);
    private final WorkspaceRequests workspaces = new WorkspaceRequests(this);
    private Optional<DynClient> remote = Optional.empty();
    private volatile Optional<Session> session = Optional.empty();
    private volatile boolean isShutDown = false;

    /** @param onExit what ends the connection when the client says so */
    public DynServer(Runnable onExit) {
        this(StandardLibrary.cache(), onExit);
    }

    /** @param cache where the standard library is written for clients that open files */
    public DynServer(Path cache, Runnable onExit) {
        this.cache = cache;
        this.onExit = onExit;
    }

    /** Reads messages from {@code in} and answers on {@code out}, until either is closed. */
    public Future<Void> start(InputStream in, OutputStream out) {
        ExecutorService reading = Executors.newCachedThreadPool(Session::worker);
        Launcher<DynClient> launcher = new LSPLauncher.Builder<DynClient>()
                .setLocalService(this)
                .setRemoteInterface(DynClient.class)
                .setInput(in)
                .setOutput(out)
                .setExecutorService(reading)
                .create();
        connect(launcher.getRemoteProxy());
        return launcher.startListening();
    }

    /** Says to whom it speaks; once, before the first message. */
    public void connect(DynClient client) {
        remote = Optional.of(client);
    }

    /** Whether the client has said that it is done: leaving without is leaving in disorder. */
    public boolean isShutDown() {
        return isShutDown;
    }

    DynClient remote() {
        return remote.orElseThrow();
    }

    /** Ends the threads of the connection; nothing is answered any more. */
    public void close() {
        session.ifPresent(Session::close);
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        if (session.isPresent()) {
            return CompletableFuture.failedFuture(
                    error(ResponseErrorCode.InvalidRequest, "this connection is initialised already"));
        }
        Session made = new Session(params, remote.orElseThrow(), cache);
        session = Optional.of(made);
        return CompletableFuture.completedFuture(
                new InitializeResult(Capabilities.of(made.client()), new ServerInfo("dync", version())));
    }

    @Override
    public void initialized(InitializedParams params) {
        session.ifPresent(each -> workspaces.initialized(each, remote.orElseThrow()));
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        isShutDown = true;
        close();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void exit() {
        close();
        onExit.run();
    }

    @Override
    public void setTrace(SetTraceParams params) {
        // what is traced is traced by the client, which sees every message
    }

    /** A model as a picture, in words, as a plan or as Java. */
    @JsonRequest("dync/view")
    public CompletableFuture<View> view(ViewParams params) {
        return session().answer(params.textDocument().getUri(), snapshot -> Views.of(snapshot, params));
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return texts;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return workspaces;
    }

    /**
     * The connection's state.
     *
     * @throws ResponseErrorException before it is initialised and after it is shut down, as the protocol wants
     */
    Session session() {
        if (isShutDown) {
            throw error(ResponseErrorCode.InvalidRequest, "the server has been shut down");
        }
        return session.orElseThrow(
                () -> error(ResponseErrorCode.ServerNotInitialized, "the connection is not initialised yet"));
    }

    /** The connection's state, for messages that are dropped where there is none. */
    Optional<Session> sessionIfOpen() {
        return isShutDown ? Optional.empty() : session;
    }

    private static ResponseErrorException error(ResponseErrorCode code, String message) {
        return new ResponseErrorException(new ResponseError(code, message, null));
    }

    private static String version() {
        return Optional.ofNullable(DynServer.class.getPackage().getImplementationVersion())
                .orElse("built from sources");
    }
}
