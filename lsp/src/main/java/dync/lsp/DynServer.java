package dync.lsp;

import dync.lsp.document.StandardLibrary;
import dync.lsp.feature.View;
import dync.lsp.feature.ViewParams;
import dync.lsp.feature.Views;
import dync.lsp.wire.Frame;
import dync.lsp.wire.Frames;
import dync.lsp.wire.Host;
import dync.lsp.wire.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/**
 * The language server of one connection.
 *
 * <p>{@link #start} runs it over a pair of streams; who has messages of another kind (a WebSocket) hands
 * them to what {@link #connect(Consumer)} gives.
 */
public final class DynServer implements LanguageServer {
    private final Path cache;
    private final Runnable onExit;
    private final TextRequests texts = new TextRequests(this);
    private final WorkspaceRequests workspaces = new WorkspaceRequests(this);
    private Optional<DynClient> remote = Optional.empty();
    private volatile Optional<Session> session = Optional.empty();
    private volatile boolean isShutDown = false;
    /** Ends the connection with the editor's process. */
    private Optional<CompletableFuture<Void>> editorLeft = Optional.empty();

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
        Frames frames = new Frames(in);
        Wire<DynClient> wire = connect(message -> {
            try {
                Frames.write(out, message);
            } catch (IOException left) {
                // who no longer listens no longer asks either: the input ends as well
            }
        });
        return CompletableFuture.runAsync(
                () -> read(frames, wire), reading -> Session.worker(reading).start());
    }

    private static void read(Frames frames, Wire<DynClient> wire) {
        try {
            for (Optional<Frame> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
                if (frame.get() instanceof Frame.Content content) {
                    wire.receive(content.text());
                } else if (frame.get() instanceof Frame.Broken broken) {
                    wire.refuse(broken.reason());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Connects it with a client whose messages come whole, as JSON; once.
     *
     * @param send takes a message to the client; called with one at a time
     * @return what takes the client's messages
     */
    public Wire<DynClient> connect(Consumer<String> send) {
        Wire<DynClient> wire = new Wire<>(this, DynClient.class, new Reception(), send);
        connect(wire.client());
        return wire;
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
        editorLeft.ifPresent(watch -> watch.cancel(false));
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        if (session.isPresent()) {
            return CompletableFuture.failedFuture(new ResponseErrorException(
                    error(ResponseErrorCode.InvalidRequest, "this connection is initialised already")));
        }
        Session made = new Session(params, remote.orElseThrow(), cache);
        session = Optional.of(made);
        leaveWith(params.getProcessId());
        return CompletableFuture.completedFuture(
                new InitializeResult(Capabilities.of(made.client()), new ServerInfo("dync", version())));
    }

    /** An editor that dies leaves no word. A process that is not seen from here may run in another container. */
    private void leaveWith(Integer editor) {
        Optional.ofNullable(editor).flatMap(ProcessHandle::of).ifPresent(process -> {
            CompletableFuture<Void> left = process.onExit().thenRun(this::exit);
            editorLeft = Optional.of(left);
        });
    }

    @Override
    public void initialized(InitializedParams params) {
        session.ifPresent(each -> workspaces.initialized(each, remote.orElseThrow()));
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        isShutDown = true;
        session.ifPresent(Session::finish);
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
        if (params == null
                || params.textDocument() == null
                || params.textDocument().getUri() == null) {
            throw Session.refused("params of dync/view: textDocument.uri is missing");
        }
        return session()
                .answer(params.textDocument().getUri(), (snapshot, abandoned) -> Views.of(snapshot, params, abandoned));
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
        unready().ifPresent(refusal -> {
            throw new ResponseErrorException(refusal);
        });
        return session.orElseThrow();
    }

    private Optional<ResponseError> unready() {
        if (isShutDown) {
            return Optional.of(error(ResponseErrorCode.InvalidRequest, "the server has been shut down"));
        }
        return session.isPresent()
                ? Optional.empty()
                : Optional.of(error(ResponseErrorCode.ServerNotInitialized, "the connection is not initialised yet"));
    }

    /** The connection's state, for messages that are dropped where there is none. */
    Optional<Session> sessionIfOpen() {
        return isShutDown ? Optional.empty() : session;
    }

    private static ResponseError error(ResponseErrorCode code, String message) {
        return new ResponseError(code, message, null);
    }

    private static String version() {
        return Optional.ofNullable(DynServer.class.getPackage().getImplementationVersion())
                .orElse("built from sources");
    }

    /** What the wire asks before and after the server's methods. */
    private final class Reception implements Host {
        @Override
        public Optional<ResponseError> refuses(String method) {
            return method.equals("initialize") && !isShutDown ? Optional.empty() : unready();
        }

        @Override
        public void failed(String doing, Throwable failure) {
            remote().logMessage(new MessageParams(MessageType.Error, Failures.text(doing, failure)));
        }

        @Override
        public void misunderstood(String problem) {
            remote().logMessage(new MessageParams(MessageType.Warning, problem));
        }
    }
}
