package dync.lsp;

import dync.compiler.source.Span;
import dync.lsp.completion.Completions;
import dync.lsp.completion.Documentation;
import dync.lsp.completion.Signatures;
import dync.lsp.document.Document;
import dync.lsp.feature.Connections;
import dync.lsp.feature.Definitions;
import dync.lsp.feature.DocumentSymbols;
import dync.lsp.feature.Fixes;
import dync.lsp.feature.Folding;
import dync.lsp.feature.Formatting;
import dync.lsp.feature.Highlights;
import dync.lsp.feature.ImportLinks;
import dync.lsp.feature.Lenses;
import dync.lsp.feature.References;
import dync.lsp.feature.Renaming;
import dync.lsp.feature.Reports;
import dync.lsp.feature.Selections;
import dync.lsp.feature.Snapshot;
import dync.lsp.feature.TypeDefinitions;
import dync.lsp.feature.hint.InlayHints;
import dync.lsp.feature.hover.Hovers;
import dync.lsp.feature.token.Painted;
import dync.lsp.feature.token.SemanticWords;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyIncomingCallsParams;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCall;
import org.eclipse.lsp4j.CallHierarchyOutgoingCallsParams;
import org.eclipse.lsp4j.CallHierarchyPrepareParams;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DeclarationParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensDeltaParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.TypeDefinitionParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.TextDocumentService;

/** Messages about one text: each finds the version that is meant and asks one feature. */
final class TextRequests implements TextDocumentService {
    private final DynServer server;

    TextRequests(DynServer server) {
        this.server = server;
    }

    private <T> CompletableFuture<T> answer(TextDocumentIdentifier text, Function<Snapshot, T> feature) {
        return server.session().answer(text.getUri(), feature);
    }

    private <T> CompletableFuture<T> answerSlowly(
            TextDocumentIdentifier text, BiFunction<Snapshot, BooleanSupplier, T> feature) {
        return server.session().answer(text.getUri(), feature);
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        server.sessionIfOpen().ifPresent(session -> {
            var text = params.getTextDocument();
            Document document = session.workspace().documents().open(text.getUri(), text.getVersion(), text.getText());
            session.checker().check(document);
            session.checker().checkAgain(session.workspace().changed(text.getUri()));
        });
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        server.sessionIfOpen().ifPresent(session -> {
            var text = params.getTextDocument();
            session.workspace()
                    .documents()
                    .change(text.getUri(), text.getVersion(), params.getContentChanges())
                    .ifPresent(session.checker()::check);
            session.checker().checkAgain(session.workspace().changed(text.getUri()));
        });
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        server.sessionIfOpen().ifPresent(session -> {
            String uri = params.getTextDocument().getUri();
            session.workspace().documents().close(uri);
            session.workspace().closed(uri);
            session.painted().closed(uri);
            session.checker().forget(uri);
            session.checker().checkAgain(session.workspace().changed(uri));
        });
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        // what is saved is what is open
    }

    @Override
    public CompletableFuture<DocumentDiagnosticReport> diagnostic(DocumentDiagnosticParams params) {
        return answer(
                params.getTextDocument(),
                snapshot -> Reports.of(snapshot, Optional.ofNullable(params.getPreviousResultId())));
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams params) {
        return answer(params.getTextDocument(), snapshot -> {
            boolean links = snapshot.client().can(Ability.DEFINITION_LINKS);
            return Definitions.of(snapshot, params.getPosition(), links);
        });
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> declaration(
            DeclarationParams params) {
        return answer(params.getTextDocument(), snapshot -> {
            boolean links = snapshot.client().can(Ability.DECLARATION_LINKS);
            return Definitions.of(snapshot, params.getPosition(), links);
        });
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> typeDefinition(
            TypeDefinitionParams params) {
        return answer(params.getTextDocument(), snapshot -> {
            boolean links = snapshot.client().can(Ability.TYPE_DEFINITION_LINKS);
            return TypeDefinitions.of(snapshot, params.getPosition(), links);
        });
    }

    @Override
    public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        boolean declaration = params.getContext().isIncludeDeclaration();
        return answerSlowly(
                params.getTextDocument(),
                (snapshot, abandoned) -> References.of(snapshot, params.getPosition(), declaration, abandoned));
    }

    @Override
    public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(DocumentHighlightParams params) {
        return answer(params.getTextDocument(), snapshot -> Highlights.of(snapshot, params.getPosition()));
    }

    @Override
    @SuppressWarnings("deprecation")
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        return answer(params.getTextDocument(), DocumentSymbols::of);
    }

    @Override
    public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(
            PrepareRenameParams params) {
        return answer(
                params.getTextDocument(),
                snapshot -> Either3.forSecond(granted(Renaming.prepare(snapshot, params.getPosition()))));
    }

    @Override
    public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
        return answerSlowly(
                params.getTextDocument(),
                (snapshot, abandoned) ->
                        granted(Renaming.of(snapshot, params.getPosition(), params.getNewName(), abandoned)));
    }

    /** An editor shows why something cannot be done where it is told so as an error. */
    private static <T> T granted(Either<T, String> answer) {
        if (answer.isRight()) {
            throw new ResponseErrorException(
                    new ResponseError(ResponseErrorCode.RequestFailed, answer.getRight(), null));
        }
        return answer.getLeft();
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        return answer(params.getTextDocument(), snapshot -> {
            Span place = snapshot.positions().span(params.getRange());
            return Fixes.of(snapshot, place).stream()
                    .map(Either::<Command, CodeAction>forRight)
                    .toList();
        });
    }

    @Override
    public CompletableFuture<Hover> hover(HoverParams params) {
        return answer(params.getTextDocument(), snapshot -> Hovers.of(snapshot, snapshot.offset(params.getPosition()))
                .orElse(null));
    }

    @Override
    public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
        return answer(
                params.getTextDocument(),
                snapshot -> InlayHints.in(snapshot, snapshot.positions().span(params.getRange())));
    }

    @Override
    public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
        return answer(params.getTextDocument(), Lenses::of);
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
        String uri = params.getTextDocument().getUri();
        Painted painted = server.session().painted();
        return answer(params.getTextDocument(), snapshot -> painted.full(uri, SemanticWords.of(snapshot)));
    }

    @Override
    public CompletableFuture<Either<SemanticTokens, SemanticTokensDelta>> semanticTokensFullDelta(
            SemanticTokensDeltaParams params) {
        String uri = params.getTextDocument().getUri();
        Painted painted = server.session().painted();
        return answer(
                params.getTextDocument(),
                snapshot -> painted.since(uri, params.getPreviousResultId(), SemanticWords.of(snapshot)));
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensRange(SemanticTokensRangeParams params) {
        return answer(
                params.getTextDocument(),
                snapshot -> new SemanticTokens(
                        SemanticWords.in(snapshot, snapshot.positions().span(params.getRange()))));
    }

    @Override
    public CompletableFuture<List<CallHierarchyItem>> prepareCallHierarchy(CallHierarchyPrepareParams params) {
        return answer(
                params.getTextDocument(),
                snapshot -> Connections.prepare(snapshot, snapshot.offset(params.getPosition())));
    }

    @Override
    public CompletableFuture<List<CallHierarchyIncomingCall>> callHierarchyIncomingCalls(
            CallHierarchyIncomingCallsParams params) {
        CallHierarchyItem item = params.getItem();
        return server.session().answer(item.getUri(), snapshot -> Connections.incoming(snapshot, item));
    }

    @Override
    public CompletableFuture<List<CallHierarchyOutgoingCall>> callHierarchyOutgoingCalls(
            CallHierarchyOutgoingCallsParams params) {
        CallHierarchyItem item = params.getItem();
        return server.session().answer(item.getUri(), snapshot -> Connections.outgoing(snapshot, item));
    }

    @Override
    public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
        return answer(params.getTextDocument(), Folding::of);
    }

    @Override
    public CompletableFuture<List<SelectionRange>> selectionRange(SelectionRangeParams params) {
        return answer(params.getTextDocument(), snapshot -> params.getPositions().stream()
                .map(position -> Selections.at(snapshot, snapshot.offset(position)))
                .toList());
    }

    @Override
    public CompletableFuture<List<DocumentLink>> documentLink(DocumentLinkParams params) {
        return answer(params.getTextDocument(), ImportLinks::of);
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
        return answer(params.getTextDocument(), Formatting::of);
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> rangeFormatting(DocumentRangeFormattingParams params) {
        return answer(
                params.getTextDocument(),
                snapshot -> Formatting.in(snapshot, snapshot.positions().span(params.getRange())));
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        return answer(
                params.getTextDocument(),
                snapshot -> Either.forRight(Completions.of(snapshot, snapshot.offset(params.getPosition()))));
    }

    @Override
    public CompletableFuture<CompletionItem> resolveCompletionItem(CompletionItem item) {
        return server.session()
                .answer(() -> Documentation.of(item, uri -> server.session()
                        .workspace()
                        .documents()
                        .find(uri)
                        .map(server.session()::snapshot)));
    }

    @Override
    public CompletableFuture<SignatureHelp> signatureHelp(SignatureHelpParams params) {
        return answer(
                params.getTextDocument(), snapshot -> Signatures.of(snapshot, snapshot.offset(params.getPosition()))
                        .orElse(null));
    }
}
