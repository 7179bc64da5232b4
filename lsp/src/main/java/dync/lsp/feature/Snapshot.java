package dync.lsp.feature;

import dync.compiler.source.Source;
import dync.compiler.source.Span;
import dync.lsp.Client;
import dync.lsp.Settings;
import dync.lsp.analysis.Analysis;
import dync.lsp.analysis.Index;
import dync.lsp.analysis.Workspace;
import dync.lsp.document.Document;
import dync.lsp.text.Positions;
import java.util.function.BooleanSupplier;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** One version of a text, with all that is needed to answer a question about it. */
public record Snapshot(Document document, Analysis analysis, Workspace workspace, Client client, Settings settings) {

    /** The same for one who may lose interest while models are built. */
    public Snapshot unless(BooleanSupplier abandoned) {
        return new Snapshot(document, analysis.unless(abandoned), workspace, client, settings);
    }

    public Source source() {
        return document.source();
    }

    public String text() {
        return document.source().text();
    }

    public Index index() {
        return analysis.index();
    }

    public Positions positions() {
        return positions(source());
    }

    public Positions positions(Source other) {
        return new Positions(other, client.encoding());
    }

    public int offset(Position position) {
        return positions().offset(position);
    }

    /** A place in this text. */
    public Range range(Span span) {
        return positions().range(span);
    }

    /** A place in any text, for a sentence: {@code line 4}, or {@code line 4 of other.dyn} where it is another's. */
    public String words(Span span) {
        String line = "line " + span.line();
        String name = span.source().name();
        return name.equals(source().name()) ? line : line + " of " + name.substring(name.lastIndexOf('/') + 1);
    }

    /** A place in any text. */
    public Location location(Span span) {
        return new Location(
                workspace.documents().uri(span.source()),
                positions(span.source()).range(span));
    }
}
