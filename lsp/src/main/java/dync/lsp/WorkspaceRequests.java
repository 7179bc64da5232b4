package dync.lsp;

import com.google.gson.JsonNull;
import dync.compiler.source.Source;
import dync.lsp.document.Document;
import dync.lsp.feature.WorkspaceSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.CreateFilesParams;
import org.eclipse.lsp4j.DeleteFilesParams;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FileCreate;
import org.eclipse.lsp4j.FileDelete;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentContentParams;
import org.eclipse.lsp4j.TextDocumentContentResult;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.WorkspaceService;

/** Messages about the workspace: settings, folders, files on disk, the standard library. */
final class WorkspaceRequests implements WorkspaceService {
    private final DynServer server;

    WorkspaceRequests(DynServer server) {
        this.server = server;
    }

    /** What the server wants to know once the connection stands. */
    void initialized(Session session, DynClient remote) {
        if (session.client().can(Ability.CONFIGURATION)) {
            fetchSettings(session, remote);
        }
        if (session.client().can(Ability.WATCHED_FILES)) {
            FileSystemWatcher dyn = new FileSystemWatcher(Either.forLeft("**/*.dyn"));
            Registration watch = new Registration(
                    "dync-files",
                    "workspace/didChangeWatchedFiles",
                    new DidChangeWatchedFilesRegistrationOptions(List.of(dyn)));
            remote.registerCapability(new RegistrationParams(List.of(watch))).exceptionally(refused -> null);
        }
    }

    private static void fetchSettings(Session session, DynClient remote) {
        ConfigurationItem section = new ConfigurationItem();
        section.setSection("dync");
        remote.configuration(new ConfigurationParams(List.of(section)))
                .thenAccept(answers -> session.settings(answers.isEmpty() ? null : answers.get(0)))
                .exceptionally(refused -> null);
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        server.sessionIfOpen().ifPresent(session -> {
            if (params.getSettings() != null && params.getSettings() != JsonNull.INSTANCE) {
                session.settings(params.getSettings());
            } else if (session.client().can(Ability.CONFIGURATION)) {
                fetchSettings(session, server.remote());
            }
        });
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        changed(params.getChanges().stream().map(FileEvent::getUri));
    }

    @Override
    public void didCreateFiles(CreateFilesParams params) {
        changed(params.getFiles().stream().map(FileCreate::getUri));
    }

    @Override
    public void didRenameFiles(RenameFilesParams params) {
        changed(params.getFiles().stream().flatMap(file -> Stream.of(file.getOldUri(), file.getNewUri())));
    }

    @Override
    public void didDeleteFiles(DeleteFilesParams params) {
        changed(params.getFiles().stream().map(FileDelete::getUri));
    }

    /** Looks again at the open texts that may import files which are others now, or are there no more. */
    private void changed(Stream<String> uris) {
        server.sessionIfOpen().ifPresent(session -> session.checker()
                .checkAgain(uris.flatMap(uri -> session.workspace().changed(uri).stream())
                        .distinct()
                        .toList()));
    }

    @Override
    @SuppressWarnings("deprecation")
    public CompletableFuture<Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>> symbol(
            WorkspaceSymbolParams params) {
        Session session = server.session();
        return session.answer(abandoned -> Either.forRight(
                WorkspaceSymbols.of(session.workspace(), session.client(), params.getQuery(), abandoned)));
    }

    @Override
    public CompletableFuture<WorkspaceSymbol> resolveWorkspaceSymbol(WorkspaceSymbol symbol) {
        Session session = server.session();
        return session.answer(
                abandoned -> WorkspaceSymbols.resolved(session.workspace(), session.client(), symbol, abandoned));
    }

    @Override
    public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
        server.sessionIfOpen().ifPresent(session -> {
            List<WorkspaceFolder> folders = new ArrayList<>(session.folders());
            folders.removeAll(params.getEvent().getRemoved());
            folders.addAll(params.getEvent().getAdded());
            session.folders(folders);
        });
    }

    @Override
    public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
        return new Commands(server.session(), server.remote()).execute(params);
    }

    @Override
    public CompletableFuture<TextDocumentContentResult> textDocumentContent(TextDocumentContentParams params) {
        Session session = server.session();
        return session.answer(() -> session.workspace()
                .documents()
                .standardLibrary()
                .source(params.getUri())
                .map(Source::text)
                .or(() -> session.workspace()
                        .documents()
                        .find(params.getUri())
                        .map(Document::source)
                        .map(Source::text))
                .map(TextDocumentContentResult::new)
                .orElseThrow(() -> new IllegalArgumentException("there is no text at " + params.getUri())));
    }
}
