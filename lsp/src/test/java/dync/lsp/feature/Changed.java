package dync.lsp.feature;

import dync.lsp.document.Document;
import dync.lsp.text.Positions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;

/** Texts after an edit, as a client makes it. */
final class Changed {
    private Changed() {}

    /** All open texts by address, with the edit made. */
    static Map<String, String> texts(Snapshot snapshot, WorkspaceEdit edit) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Document document : snapshot.workspace().documents().all()) {
            texts.put(document.uri(), document.source().text());
        }
        edit.getDocumentChanges().forEach(change -> {
            TextDocumentEdit changes = change.getLeft();
            String uri = changes.getTextDocument().getUri();
            Document document = snapshot.workspace().documents().find(uri).orElseThrow();
            List<TextEdit> edits = new ArrayList<>();
            changes.getEdits().forEach(each -> edits.add(each.getLeft()));
            texts.put(uri, apply(snapshot.positions(document.source()), edits));
        });
        return texts;
    }

    private static String apply(Positions positions, List<TextEdit> edits) {
        edits.sort(Comparator.comparing(
                (TextEdit each) -> positions.offset(each.getRange().getStart())));
        StringBuilder text = new StringBuilder(positions.source().text());
        for (int i = edits.size() - 1; i >= 0; i--) {
            var span = positions.span(edits.get(i).getRange());
            text.replace(span.start(), span.end(), edits.get(i).getNewText());
        }
        return text.toString();
    }
}
