package dync.lsp.feature;

import dync.lsp.Caret;
import dync.lsp.document.Document;

/** One text after another in the same editor, so that the standard library is read once. */
final class Versions {
    private final Snapshot first = Caret.in("").snapshot();
    private int count = 0;

    Snapshot next(String text) {
        count++;
        Document document = first.workspace().documents().open(first.document().uri(), count, text);
        return new Snapshot(
                document, first.workspace().analysis(document), first.workspace(), first.client(), first.settings());
    }
}
