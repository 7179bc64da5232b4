package dync.compiler.parse;

import dync.compiler.source.Source;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/** A source as ANTLR reads it. Counts UTF-16 units as {@link Source} does, where ANTLR's own stream counts code points. */
final class Utf16CharStream implements CharStream {
    private final Source source;
    private final String text;
    private int at;

    Utf16CharStream(Source source) {
        this.source = source;
        this.text = source.text();
    }

    @Override
    public void consume() {
        if (at >= text.length()) {
            throw new IllegalStateException("nothing follows the end of the text");
        }
        at++;
    }

    @Override
    public int LA(int i) {
        int index = i > 0 ? at + i - 1 : at + i;
        return i == 0 ? 0 : index < 0 || index >= text.length() ? IntStream.EOF : text.charAt(index);
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {}

    @Override
    public int index() {
        return at;
    }

    @Override
    public void seek(int index) {
        at = Math.min(index, text.length());
    }

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public String getText(Interval interval) {
        int from = Math.min(interval.a, text.length());
        return text.substring(from, Math.max(from, Math.min(interval.b + 1, text.length())));
    }

    @Override
    public String getSourceName() {
        return source.name();
    }
}
