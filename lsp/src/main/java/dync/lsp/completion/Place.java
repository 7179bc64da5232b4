package dync.lsp.completion;

import dync.compiler.parse.Continuation;
import dync.compiler.source.Source;
import dync.compiler.source.Span;

/**
 * Where something is to be completed.
 *
 * @param start where the word around the caret begins; the caret itself where there is none
 * @param end where it ends
 * @param marked the text with a mark in the place of the word
 * @param mark where the mark is
 */
record Place(Source source, int start, int caret, int end, Source marked, Span mark) {

    static Place at(Source source, int caret) {
        String text = source.text();
        int start = caret;
        while (start > 0 && isOfWord(text.charAt(start - 1))) {
            start--;
        }
        while (start < caret && Character.isDigit(text.charAt(start))) {
            start++;
        }
        int end = caret;
        while (end < text.length() && isOfWord(text.charAt(end))) {
            end++;
        }
        // what touches a number would be read as a part of it
        String space = start > 0 && Character.isDigit(text.charAt(start - 1)) ? " " : "";
        Source marked = new Source(
                source.name(),
                text.substring(0, start) + space + Continuation.MARK + text.substring(end),
                source.isStandard());
        int at = start + space.length();
        return new Place(source, start, caret, end, marked, new Span(marked, at, at + Continuation.MARK.length()));
    }

    private static boolean isOfWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    /** Whether nothing stands between the word and a number before it. */
    boolean touchesNumber() {
        return start > 0 && Character.isDigit(source.text().charAt(start - 1));
    }

    /** Where a place of the marked text, or of any other, begins in the text itself. */
    int original(Span span) {
        int shift = marked.text().length() - source.text().length();
        return span.source().equals(marked) && span.start() > mark.start() ? span.start() - shift : span.start();
    }

    /** The first character behind the word that is no blank, on the same line; a line end where there is none. */
    char next() {
        for (int at = end; at < source.text().length(); at++) {
            char c = source.text().charAt(at);
            if (c != ' ' && c != '\t') {
                return c;
            }
        }
        return '\n';
    }

    /** The last character before the word that is no blank; a line end where there is none. */
    char previous() {
        for (int at = start - 1; at >= 0; at--) {
            char c = source.text().charAt(at);
            if (c != ' ' && c != '\t') {
                return c;
            }
        }
        return '\n';
    }

    /** The line up to the word. */
    String lineBefore() {
        String before = source.text().substring(0, start);
        return before.substring(before.lastIndexOf('\n') + 1);
    }
}
