package dync.compiler.diagnostic;

import dync.compiler.source.Source;
import dync.compiler.source.Span;

/** One line of a source as a terminal shows it: tabs as four spaces, wide characters in two columns. */
final class Excerpt {
    private static final int TAB = 4;

    private final String line;
    private final int start;

    Excerpt(Source source, int number) {
        this.line = source.line(number);
        this.start = offset(source, number);
    }

    private static int offset(Source source, int number) {
        int at = 0;
        for (int line = 1; line < number; line++) {
            at = source.text().indexOf('\n', at) + 1;
        }
        return at;
    }

    String text() {
        StringBuilder shown = new StringBuilder();
        line.codePoints().forEach(c -> {
            if (c == '\t') {
                shown.append(" ".repeat(TAB));
            } else if (Character.isISOControl(c)) {
                shown.append('\uFFFD');
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    /** Marks under a span, up to the end of the line; at least one. */
    String marks(Span span, char mark) {
        int from = Math.min(Math.max(span.start() - start, 0), line.length());
        int to = Math.min(Math.max(span.end() - start, from), line.length());
        int before = columns(line.substring(0, from));
        int under = Math.max(1, columns(line.substring(from, to)));
        return " ".repeat(before) + String.valueOf(mark).repeat(under);
    }

    private static int columns(String text) {
        return text.codePoints().map(Excerpt::columns).sum();
    }

    private static int columns(int c) {
        if (c == '\t') {
            return TAB;
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(c) ? 2 : 1;
    }

    /** The blocks that Unicode's East Asian Width calls wide, as far as texts have them. */
    private static boolean isWide(int c) {
        return c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1FAFF
                || c >= 0x20000 && c <= 0x3FFFD;
    }
}
