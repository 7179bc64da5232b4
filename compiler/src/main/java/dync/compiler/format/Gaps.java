package dync.compiler.format;

import java.util.Optional;

/** What stands between statements: spaces, separators, comments, and what nobody could read. */
final class Gaps {
    /** A stretch of the text. */
    record Stretch(int start, int end) {}

    private Gaps() {}

    /** From the first to the last thing between two offsets that is neither space nor separator nor comment. */
    static Optional<Stretch> foreign(String text, int from, int to) {
        int start = from;
        while (start < to) {
            char c = text.charAt(start);
            if (c == '/' && text.startsWith("//", start)) {
                int end = text.indexOf('\n', start);
                start = end < 0 ? to : end;
            } else if (c == ';' || Spaces.isSpace(c)) {
                start++;
            } else {
                int end = to;
                while (Spaces.isSpace(text.charAt(end - 1))) {
                    end--;
                }
                return Optional.of(new Stretch(start, end));
            }
        }
        return Optional.empty();
    }
}
