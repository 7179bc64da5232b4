package dync.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dync.lsp.text.Encoding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;

/**
 * What a client can do, as it says when it connects.
 *
 * @param snippets it fills in completions with places to jump to
 * @param insertReplace it can put a completion in the place of a whole word or of what is before the caret alone
 * @param labelOffsets it shows parameters by their place in the label of a signature
 * @param markdown it shows Markdown where the mouse rests
 * @param pullsDiagnostics it asks for diagnostics instead of being sent them
 * @param virtualDocuments it asks the server for the text of addresses that are no files
 * @param navigation what it can do on the way from a name to what it means
 * @param versionedEdits it takes edits together with the versions of the texts that they are for
 * @param configuration it answers questions about its settings
 * @param refreshes it asks again for what it shows beside the text when told that this has changed
 * @param progress it shows how far a long piece of work is
 * @param watching it can be asked to tell of files that change on disk
 * @param documents it shows a file when asked to
 * @param tokenTypes the types of words that it can paint
 * @param analysed it wants {@code dync/analysed}
 * @param commands the commands of its own that code lenses may name
 */
public record Client(
        Encoding encoding,
        boolean snippets,
        boolean insertReplace,
        boolean labelOffsets,
        boolean markdown,
        boolean pullsDiagnostics,
        boolean virtualDocuments,
        Navigation navigation,
        boolean versionedEdits,
        boolean configuration,
        boolean refreshes,
        boolean progress,
        boolean watching,
        boolean documents,
        Set<String> tokenTypes,
        boolean analysed,
        Set<String> commands) {

    public static Client of(InitializeParams params) {
        Optional<ClientCapabilities> client = Optional.ofNullable(params.getCapabilities());
        Optional<TextDocumentClientCapabilities> text = client.map(ClientCapabilities::getTextDocument);
        Optional<WorkspaceClientCapabilities> workspace = client.map(ClientCapabilities::getWorkspace);
        Optional<WindowClientCapabilities> window = client.map(ClientCapabilities::getWindow);
        List<String> encodings = client.map(ClientCapabilities::getGeneral)
                .map(general -> general.getPositionEncodings())
                .orElse(List.of());
        JsonObject options = params.getInitializationOptions() instanceof JsonObject object ? object : new JsonObject();
        return new Client(
                Encoding.of(encodings),
                is(text, each -> Optional.ofNullable(each.getCompletion())
                        .map(completion -> completion.getCompletionItem())
                        .map(item -> item.getSnippetSupport())),
                is(text, each -> Optional.ofNullable(each.getCompletion())
                        .map(completion -> completion.getCompletionItem())
                        .map(item -> item.getInsertReplaceSupport())),
                is(text, each -> Optional.ofNullable(each.getSignatureHelp())
                        .map(help -> help.getSignatureInformation())
                        .map(information -> information.getParameterInformation())
                        .map(parameter -> parameter.getLabelOffsetSupport())),
                text.map(TextDocumentClientCapabilities::getHover)
                        .map(hover -> hover.getContentFormat())
                        .filter(formats -> formats.contains(MarkupKind.MARKDOWN))
                        .isPresent(),
                text.map(TextDocumentClientCapabilities::getDiagnostic).isPresent(),
                workspace.map(each -> each.getTextDocumentContent()).isPresent(),
                Navigation.of(client),
                is(workspace, each -> Optional.ofNullable(each.getWorkspaceEdit())
                        .map(edit -> edit.getDocumentChanges())),
                is(workspace, each -> Optional.ofNullable(each.getConfiguration())),
                is(workspace, each -> Optional.ofNullable(each.getInlayHint()).map(hint -> hint.getRefreshSupport())),
                is(window, each -> Optional.ofNullable(each.getWorkDoneProgress())),
                is(workspace, each -> Optional.ofNullable(each.getDidChangeWatchedFiles())
                        .map(watched -> watched.getDynamicRegistration())),
                is(window, each -> Optional.ofNullable(each.getShowDocument()).map(show -> show.isSupport())),
                text.map(TextDocumentClientCapabilities::getSemanticTokens)
                        .map(tokens -> tokens.getTokenTypes())
                        .<Set<String>>map(LinkedHashSet::new)
                        .orElse(Set.of()),
                Optional.ofNullable(options.get("analysed"))
                        .filter(Client::isTrue)
                        .isPresent(),
                commands(options));
    }

    private static <T> boolean is(Optional<T> capabilities, Function<T, Optional<Boolean>> flag) {
        return capabilities.flatMap(flag).orElse(false);
    }

    private static boolean isTrue(JsonElement element) {
        return element.isJsonPrimitive() && element.getAsBoolean();
    }

    private static Set<String> commands(JsonObject options) {
        Set<String> commands = new LinkedHashSet<>();
        if (options.get("commands") != null && options.get("commands").isJsonArray()) {
            options.getAsJsonArray("commands").forEach(command -> commands.add(command.getAsString()));
        }
        return commands;
    }
}
