package dync.compiler.format;

/** What counts as space in a {@code .dyn} text. */
final class Spaces {
    private Spaces() {}

    static boolean isSpace(char c) {
        return c == ' '
                || c == '\t'
                || c == '\r'
                || c == '\n'
                || c == '\f'
                || c == '\u00A0'
                || c >= '\u2000' && c <= '\u200B'
                || c == '\u3000'
                || c == '\uFEFF';
    }
}
