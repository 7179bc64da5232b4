package dync.lsp.document;

import dync.compiler.source.Source;
import dync.lsp.text.Encoding;
import dync.lsp.text.Positions;
import java.util.List;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** One version of a text. */
public record Document(String uri, int version, Source source) {

    /** The next version, with an editor's changes made one after another. */
    Document changed(int nextVersion, List<TextDocumentContentChangeEvent> changes, Encoding encoding) {
        String text = source.text();
        for (TextDocumentContentChangeEvent change : changes) {
            if (change.getRange() == null) {
                text = change.getText();
            } else {
                Source now = new Source(source.name(), text, source.isStandard());
                var span = new Positions(now, encoding).span(change.getRange());
                text = text.substring(0, span.start()) + change.getText() + text.substring(span.end());
            }
        }
        return new Document(uri, nextVersion, new Source(source.name(), text, source.isStandard()));
    }
}
