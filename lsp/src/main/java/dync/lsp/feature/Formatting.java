package dync.lsp.feature;

import dync.compiler.diagnostic.Edit;
import dync.compiler.format.Formatter;
import dync.compiler.source.Span;
import java.util.List;
import org.eclipse.lsp4j.TextEdit;

/** The canonical form of a text or of some of its lines: what {@code dync fmt} writes. */
public final class Formatting {
    private Formatting() {}

    public static List<TextEdit> of(Snapshot snapshot) {
        return in(snapshot, new Span(snapshot.source(), 0, snapshot.text().length()));
    }

    /** The edits for the lines of a place. */
    public static List<TextEdit> in(Snapshot snapshot, Span place) {
        List<Edit> edits = Formatter.edits(snapshot.source(), place);
        return edits.stream().map(edit -> Edits.of(snapshot, edit)).toList();
    }
}
