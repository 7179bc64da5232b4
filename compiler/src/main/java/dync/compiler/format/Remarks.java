package dync.compiler.format;

import dync.compiler.source.Span;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comments of a text, found by where they stand. */
final class Remarks {
    /** Comments begin with a space, ornaments such as {@code //----} do not. */
    private static final Pattern CLOSE = Pattern.compile("(///?)([\\p{L}\\p{N}].*)", Pattern.DOTALL);

    /**
     * One comment.
     *
     * @param trails whether it stands behind something on its line
     */
    record Remark(int start, String text, boolean trails) {}

    private final NavigableMap<Integer, Remark> remarks = new TreeMap<>();
    private final String text;

    Remarks(String text, List<Span> comments) {
        this.text = text;
        for (Span comment : comments) {
            int line = text.lastIndexOf('\n', comment.start()) + 1;
            boolean trails = !text.substring(line, comment.start()).isBlank();
            remarks.put(comment.start(), new Remark(comment.start(), canonical(comment.text()), trails));
        }
    }

    static String canonical(String comment) {
        String stripped = comment.stripTrailing();
        Matcher close = CLOSE.matcher(stripped);
        return close.matches() ? close.group(1) + " " + close.group(2) : stripped;
    }

    /** Those that begin between two offsets. */
    List<Remark> between(int from, int to) {
        return from >= to
                ? List.of()
                : List.copyOf(remarks.subMap(from, true, to, false).values());
    }

    /** Whether an empty line stands before an offset. */
    boolean blankBefore(int offset) {
        int lines = 0;
        for (int i = offset - 1; i >= 0 && (text.charAt(i) == ';' || Spaces.isSpace(text.charAt(i))); i--) {
            lines += text.charAt(i) == '\n' ? 1 : 0;
        }
        return lines > 1;
    }

    /** Whether a line ends between two offsets. */
    boolean lineBetween(int from, int to) {
        int end = text.indexOf('\n', from);
        return end >= 0 && end < to;
    }
}
