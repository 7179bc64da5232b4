package dync.lsp;

import dync.lsp.analysis.Workspace;
import dync.lsp.document.Document;
import dync.lsp.document.Documents;
import dync.lsp.document.StandardLibrary;
import dync.lsp.feature.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** One connection from its first message on: the client, its open texts, its settings, and the threads that answer it. */
final class Session implements AutoCloseable {
    private final Client client;
    private final Workspace workspace;
    private final Checker checker;
    private final ExecutorService answering = Executors.newFixedThreadPool(2, Session::worker);
    private volatile Settings settings = Settings.DEFAULT;
    private volatile List<WorkspaceFolder> folders;

    Session(InitializeParams params, DynClient remote, Path cache) {
        this.client = Client.of(params);
        StandardLibrary standard = client.virtualDocuments() ? StandardLibrary.virtual() : StandardLibrary.in(cache);
        this.workspace = new Workspace(new Documents(client.encoding(), standard));
        this.checker = new Checker(this, remote);
        this.folders = params.getWorkspaceFolders() == null ? List.of() : List.copyOf(params.getWorkspaceFolders());
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

    void settings(Settings changed) {
        settings = changed;
    }

    List<WorkspaceFolder> folders() {
        return folders;
    }

    void folders(List<WorkspaceFolder> changed) {
        folders = List.copyOf(changed);
    }

    Snapshot snapshot(Document document) {
        return new Snapshot(document, workspace.analysis(document), workspace, client, settings);
    }

    /**
     * Answers a question about the version of a text that is open now, on a thread of its own: what is typed meanwhile
     * does not change what the question was about. A text that is not open is answered with an error.
     */
    <T> CompletableFuture<T> answer(String uri, Function<Snapshot, T> answer) {
        return workspace
                .documents()
                .find(uri)
                .map(document -> answer(() -> answer.apply(snapshot(document))))
                .orElseGet(() -> CompletableFuture.failedFuture(refused(uri + " is not open")));
    }

    /** Answers a question about no text in particular. */
    <T> CompletableFuture<T> answer(java.util.function.Supplier<T> answer) {
        return CompletableFutures.computeAsync(answering, cancelled -> {
            cancelled.checkCanceled();
            try {
                return answer.get();
            } catch (IllegalArgumentException wrong) {
                throw refused(wrong.getMessage());
            }
        });
    }

    /** What a client is told that asks for something which cannot be. */
    static ResponseErrorException refused(String message) {
        return new ResponseErrorException(new ResponseError(ResponseErrorCode.InvalidParams, message, null));
    }

    @Override
    public void close() {
        checker.close();
        answering.shutdownNow();
    }

    static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "dync-lsp");
        thread.setDaemon(true);
        return thread;
    }
}
