package dync.compiler.source;

/**
 * A stretch of a source text.
 *
 * @param start offset of the first character
 * @param end offset after the last character; equal to {@code start} for a place between two characters
 */
public record Span(Source source, int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span from " + start + " to " + end);
        }
    }

    /** The smallest span that covers both; both must be of one source. */
    public Span to(Span other) {
        return new Span(source, Math.min(start, other.start), Math.max(end, other.end));
    }

    /** The place right after this span. */
    public Span after() {
        return new Span(source, end, end);
    }

    /** Whether another of the same source lies within. */
    public boolean covers(Span inner) {
        return start <= inner.start && inner.end <= end;
    }

    /** Whether a place lies within, or at either end, as that of a caret. */
    public boolean touches(int offset) {
        return start <= offset && offset <= end;
    }

    /** Whether another of the same source overlaps, or ends where this begins or the other way round. */
    public boolean touches(Span other) {
        return start <= other.end && other.start <= end;
    }

    public String text() {
        return source.text().substring(start, Math.min(end, source.text().length()));
    }

    public int line() {
        return source.position(start).line();
    }

    public int column() {
        return source.position(start).column();
    }

    /** {@code file:line:column}, as compilers print it. */
    @Override
    public String toString() {
        Source.Position at = source.position(start);
        return source.name() + ":" + at.line() + ":" + at.column();
    }
}
