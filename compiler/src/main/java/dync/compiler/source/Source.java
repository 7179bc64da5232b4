package dync.compiler.source;

import java.util.Arrays;

/**
 * The text of one {@code .dyn} file.
 *
 * @param name what users call it: a path as they gave it, or {@code dyn/std/ops.dyn} for the standard library
 * @param text the whole text; offsets count UTF-16 units, as Java, ANTLR and LSP do
 * @param isStandard whether it is a module of the standard library, where users cannot mend anything
 */
public record Source(String name, String text, boolean isStandard) {

    /** A text of the user's, whatever its name. */
    public Source(String name, String text) {
        this(name, text, false);
    }

    /** A place as editors count it. */
    public record Position(int line, int column) {}

    /** The 1-based line and column of an offset; an offset past the end is the end. */
    public Position position(int offset) {
        int[] starts = lineStarts();
        int at = Math.min(Math.max(offset, 0), text.length());
        int found = Arrays.binarySearch(starts, at);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, at - starts[line] + 1);
    }

    /** The text of a 1-based line, without its line end. */
    public String line(int number) {
        int[] starts = lineStarts();
        int from = starts[number - 1];
        int to = number < starts.length ? starts[number] - 1 : text.length();
        String line = text.substring(from, to);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    /** How many lines the text has; an empty text has one. */
    public int lines() {
        return lineStarts().length;
    }

    private int[] lineStarts() {
        int[] starts = new int[1 + (int) text.chars().filter(c -> c == '\n').count()];
        int next = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts[next++] = i + 1;
        }
        return starts;
    }
}
