package dync.lsp;

import dync.lsp.document.StandardLibrary;
import dync.lsp.feature.token.Modifier;
import dync.lsp.feature.token.Type;
import java.util.List;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DiagnosticRegistrationOptions;
import org.eclipse.lsp4j.DocumentLinkOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.FileOperationFilter;
import org.eclipse.lsp4j.FileOperationOptions;
import org.eclipse.lsp4j.FileOperationPattern;
import org.eclipse.lsp4j.FileOperationsServerCapabilities;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.eclipse.lsp4j.SemanticTokensServerFull;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.SignatureHelpOptions;
import org.eclipse.lsp4j.TextDocumentContentRegistrationOptions;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.WorkspaceSymbolOptions;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What this server tells a client that it can do. The table in {@code docs/editors.md} is made from it. */
final class Capabilities {
    private Capabilities() {}

    static ServerCapabilities of(Client client) {
        ServerCapabilities capabilities = new ServerCapabilities();
        capabilities.setPositionEncoding(client.encoding().kind());
        TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Incremental);
        sync.setSave(new SaveOptions(false));
        capabilities.setTextDocumentSync(sync);
        if (client.can(Ability.PULLED_DIAGNOSTICS)) {
            // what a text imports decides what is wrong in it
            DiagnosticRegistrationOptions diagnostics = new DiagnosticRegistrationOptions(true, false);
            diagnostics.setIdentifier("dync");
            capabilities.setDiagnosticProvider(diagnostics);
        }
        capabilities.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
        navigation(capabilities, client);
        capabilities.setCompletionProvider(new CompletionOptions(true, List.of(".", "(", ",", "=", ":", "@")));
        capabilities.setSignatureHelpProvider(new SignatureHelpOptions(List.of("(", ","), List.of("=", " ")));
        capabilities.setDocumentFormattingProvider(true);
        capabilities.setDocumentRangeFormattingProvider(true);
        capabilities.setHoverProvider(true);
        capabilities.setInlayHintProvider(true);
        capabilities.setCodeLensProvider(new CodeLensOptions(false));
        ExecuteCommandOptions commands = new ExecuteCommandOptions(Commands.NAMES);
        commands.setWorkDoneProgress(true);
        capabilities.setExecuteCommandProvider(commands);
        capabilities.setSemanticTokensProvider(tokens(client));
        capabilities.setCallHierarchyProvider(true);
        capabilities.setFoldingRangeProvider(true);
        capabilities.setSelectionRangeProvider(true);
        capabilities.setDocumentLinkProvider(new DocumentLinkOptions(false));
        WorkspaceServerCapabilities workspace = new WorkspaceServerCapabilities();
        WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
        folders.setSupported(true);
        folders.setChangeNotifications(true);
        workspace.setWorkspaceFolders(folders);
        workspace.setFileOperations(fileOperations());
        if (client.can(Ability.VIRTUAL_DOCUMENTS)) {
            workspace.setTextDocumentContent(
                    new TextDocumentContentRegistrationOptions(List.of(StandardLibrary.SCHEME)));
        }
        capabilities.setWorkspace(workspace);
        return capabilities;
    }

    private static void navigation(ServerCapabilities capabilities, Client client) {
        capabilities.setDefinitionProvider(true);
        capabilities.setDeclarationProvider(true);
        capabilities.setTypeDefinitionProvider(true);
        capabilities.setReferencesProvider(true);
        capabilities.setDocumentHighlightProvider(true);
        capabilities.setDocumentSymbolProvider(true);
        capabilities.setWorkspaceSymbolProvider(new WorkspaceSymbolOptions(client.can(Ability.LAZY_SYMBOLS)));
        capabilities.setRenameProvider(
                client.can(Ability.PREPARED_RENAME) ? Either.forRight(new RenameOptions(true)) : Either.forLeft(true));
    }

    /** A module that comes, goes or moves changes what is wrong in those that import it. */
    private static FileOperationsServerCapabilities fileOperations() {
        FileOperationsServerCapabilities operations = new FileOperationsServerCapabilities();
        FileOperationOptions sources = new FileOperationOptions(
                List.of(new FileOperationFilter(new FileOperationPattern("**/*.dyn"), "file")));
        operations.setDidCreate(sources);
        operations.setDidRename(sources);
        operations.setDidDelete(sources);
        return operations;
    }

    private static SemanticTokensWithRegistrationOptions tokens(Client client) {
        SemanticTokensServerFull full = new SemanticTokensServerFull(true);
        return new SemanticTokensWithRegistrationOptions(
                new SemanticTokensLegend(Type.legend(client), Modifier.legend()), full, true);
    }
}
