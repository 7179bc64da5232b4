package dync.lsp.feature;

import dync.compiler.diagnostic.Edit;
import dync.lsp.Ability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Edits of the compiler's in the protocol's terms. */
final class Edits {
    private Edits() {}

    static TextEdit of(Snapshot snapshot, Edit edit) {
        return new TextEdit(snapshot.positions(edit.span().source()).range(edit.span()), edit.replacement());
    }

    /** Edits of one or several texts, for the versions that are open now. */
    static WorkspaceEdit workspace(Snapshot snapshot, List<Edit> edits) {
        Map<String, List<TextEdit>> byUri = new LinkedHashMap<>();
        for (Edit edit : edits) {
            String uri = snapshot.workspace().documents().uri(edit.span().source());
            byUri.computeIfAbsent(uri, key -> new ArrayList<>()).add(of(snapshot, edit));
        }
        if (!snapshot.client().can(Ability.VERSIONED_EDITS)) {
            return new WorkspaceEdit(byUri);
        }
        List<Either<TextDocumentEdit, org.eclipse.lsp4j.ResourceOperation>> changes = new ArrayList<>();
        byUri.forEach((uri, list) -> changes.add(Either.forLeft(new TextDocumentEdit(
                new VersionedTextDocumentIdentifier(uri, version(snapshot, uri)),
                list.stream()
                        .map(Either::<TextEdit, org.eclipse.lsp4j.SnippetTextEdit>forLeft)
                        .toList()))));
        return new WorkspaceEdit(changes);
    }

    /** The version that an edit is for; none for a text that is not open. */
    private static Integer version(Snapshot snapshot, String uri) {
        return uri.equals(snapshot.document().uri())
                ? Integer.valueOf(snapshot.document().version())
                : snapshot.workspace()
                        .documents()
                        .find(uri)
                        .map(document -> document.version())
                        .orElse(null);
    }
}
