package dync.lsp;

import dync.lsp.analysis.Workspace;
import dync.lsp.document.Document;
import dync.lsp.document.Documents;
import dync.lsp.document.Folders;
import dync.lsp.document.StandardLibrary;
import dync.lsp.feature.Snapshot;
import dync.lsp.feature.token.Painted;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** One connection from its first message on: the client, its open texts, its settings, and the threads that answer it. */
final class Session implements AutoCloseable {
    /** More than there are processors: most of those that ask for a slow model wait while one builds it. */
    private static final int THREADS = 16;

    /** Deeply nested text takes a deep stack; memory is taken only where it is used. */
    private static final long STACK_BYTES = 16 << 20;

    private final Client client;
    private final DynClient remote;
    private final Workspace workspace;
    private final Checker checker;
    private final ExecutorService answering = Executors.newFixedThreadPool(THREADS, Session::worker);
    private final Painted painted = new Painted();
    private volatile Settings settings = Settings.DEFAULT;
    private volatile List<WorkspaceFolder> folders = List.of();

    Session(InitializeParams params, DynClient remote, Path cache) {
        this.client = Client.of(params);
        this.remote = remote;
        StandardLibrary standard =
                client.can(Ability.VIRTUAL_DOCUMENTS) ? StandardLibrary.virtual() : StandardLibrary.in(cache);
        Folders files = new Folders(text -> remote.logMessage(new MessageParams(MessageType.Log, text)));
        this.workspace = new Workspace(new Documents(client.encoding(), standard, files));
        this.checker = new Checker(this, remote, Refreshes.of(params, remote));
        folders(folders(params));
    }

    Client client() {
        return client;
    }

    Workspace workspace() {
        return workspace;
    }

    Checker checker() {
        return checker;
    }

    /** How its texts were painted last. */
    Painted painted() {
        return painted;
    }

    /** @param json as the client sends them, null for none; what is not understood in them is logged there */
    void settings(Object json) {
        Settings changed =
                Settings.of(json, problem -> remote.logMessage(new MessageParams(MessageType.Warning, problem)));
        if (!changed.equals(settings)) {
            settings = changed;
            checker.refresh();
        }
    }

    List<WorkspaceFolder> folders() {
        return folders;
    }

    void folders(List<WorkspaceFolder> changed) {
        folders = List.copyOf(changed);
        workspace
                .documents()
                .folders()
                .open(folders.stream().map(WorkspaceFolder::getUri).toList());
    }

    /** A client that knows no folders may still name one as the root. */
    private static List<WorkspaceFolder> folders(InitializeParams params) {
        if (params.getWorkspaceFolders() != null) {
            return params.getWorkspaceFolders();
        }
        return params.getRootUri() == null ? List.of() : List.of(new WorkspaceFolder(params.getRootUri(), "root"));
    }

    Snapshot snapshot(Document document) {
        return new Snapshot(document, workspace.analysis(document), workspace, client, settings);
    }

    /**
     * Answers a question about the version of a text that is open now, on a thread of its own: what is typed meanwhile
     * does not change what the question was about. A text that is not open is answered with an error.
     */
    <T> CompletableFuture<T> answer(String uri, Function<Snapshot, T> answer) {
        return answer(uri, (snapshot, abandoned) -> answer.apply(snapshot));
    }

    /** The same for an answer that may take long; it is told when nobody waits for it any more. */
    <T> CompletableFuture<T> answer(String uri, BiFunction<Snapshot, BooleanSupplier, T> answer) {
        Optional<Document> open = workspace.documents().find(uri);
        if (open.isEmpty()) {
            return CompletableFuture.failedFuture(refused(uri + " is not open"));
        }
        Snapshot asked = snapshot(open.get());
        return CompletableFutures.computeAsync(answering, cancelled -> {
            cancelled.checkCanceled();
            Patience patience = new Patience(cancelled::isCanceled, () -> !isCurrent(asked.document()));
            try {
                return checked(() -> answer.apply(asked.unless(patience::isOver), patience::isOver));
            } catch (CancellationException givenUp) {
                cancelled.checkCanceled();
                throw new ResponseErrorException(new ResponseError(
                        ResponseErrorCode.ContentModified, "the text has changed since this was asked", null));
            }
        });
    }

    /** Answers a question about no text in particular. */
    <T> CompletableFuture<T> answer(Supplier<T> answer) {
        return answer(abandoned -> answer.get());
    }

    /**
     * The same for an answer that may take long; it is told when nobody waits for it any more. A text that it is about may
     * change meanwhile.
     */
    <T> CompletableFuture<T> answer(Function<BooleanSupplier, T> answer) {
        return CompletableFutures.computeAsync(answering, cancelled -> {
            cancelled.checkCanceled();
            return checked(() -> answer.apply(cancelled::isCanceled));
        });
    }

    private static <T> T checked(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (IllegalArgumentException wrong) {
            throw refused(wrong.getMessage());
        }
    }

    boolean isCurrent(Document document) {
        return workspace
                .documents()
                .find(document.uri())
                .filter(document::equals)
                .isPresent();
    }

    /** What a client is told that asks for something which cannot be. */
    static ResponseErrorException refused(String message) {
        return new ResponseErrorException(new ResponseError(ResponseErrorCode.InvalidParams, message, null));
    }

    /** Answers what was asked so far, and takes no further questions. */
    void finish() {
        checker.close();
        answering.shutdown();
    }

    @Override
    public void close() {
        checker.close();
        answering.shutdownNow();
    }

    static Thread worker(Runnable work) {
        Thread thread = new Thread(null, work, "dync-lsp", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }
}
