package dync.lsp.text;

import dync.compiler.source.Source;
import dync.compiler.source.Span;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Turns places of a source into an editor's and back. An editor counts lines from 0. */
public record Positions(Source source, Encoding encoding) {

    public Position position(int offset) {
        int at = Math.min(Math.max(offset, 0), source.text().length());
        int line = source.position(at).line();
        return new Position(line - 1, encoding.length(source.text(), source.start(line), at));
    }

    public Range range(Span span) {
        return new Range(position(span.start()), position(span.end()));
    }

    /** The offset of a place; one behind the end of its line is the end of the line, one behind the text its end. */
    public int offset(Position position) {
        int line = position.getLine() + 1;
        if (line > source.lines()) {
            return source.text().length();
        }
        int start = source.start(Math.max(line, 1));
        int end = start + source.line(Math.max(line, 1)).length();
        return encoding.advance(source.text(), start, end, Math.max(position.getCharacter(), 0));
    }

    public Span span(Range range) {
        int start = offset(range.getStart());
        return new Span(source, start, Math.max(start, offset(range.getEnd())));
    }
}
