package dync.compiler.source;

import java.util.Arrays;
import java.util.Objects;

/** The text of one {@code .dyn} file. Two are equal that have the same name and the same text. */
public final class Source {
    private final String name;
    private final String text;
    private final boolean isStandard;
    private final int[] lineStarts;

    /**
     * @param name what users call it: a path as they gave it, or {@code dyn/std/ops.dyn} for the standard library
     * @param text the whole text; offsets count UTF-16 units, as Java, ANTLR and LSP do
     * @param isStandard whether it is a module of the standard library, where users cannot mend anything
     */
    public Source(String name, String text, boolean isStandard) {
        this.name = name;
        this.text = text;
        this.isStandard = isStandard;
        this.lineStarts = lineStarts(text);
    }

    /** A text of the user's, whatever its name. */
    public Source(String name, String text) {
        this(name, text, false);
    }

    /** A place as editors count it. */
    public record Position(int line, int column) {}

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    public boolean isStandard() {
        return isStandard;
    }

    /** The 1-based line and column of an offset; an offset past the end is the end. */
    public Position position(int offset) {
        int at = Math.min(Math.max(offset, 0), text.length());
        int found = Arrays.binarySearch(lineStarts, at);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, at - lineStarts[line] + 1);
    }

    /** The offset of a 1-based line's first character; a line past the end begins at the end. */
    public int start(int line) {
        return line > lineStarts.length ? text.length() : lineStarts[line - 1];
    }

    /** The text of a 1-based line, without its line end. */
    public String line(int number) {
        int from = lineStarts[number - 1];
        int to = number < lineStarts.length ? lineStarts[number] - 1 : text.length();
        String line = text.substring(from, to);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    /** How many lines the text has; an empty text has one. */
    public int lines() {
        return lineStarts.length;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Source source
                        && isStandard == source.isStandard
                        && name.equals(source.name)
                        && text.equals(source.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, text);
    }

    @Override
    public String toString() {
        return name;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[1 + (int) text.chars().filter(c -> c == '\n').count()];
        int next = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts[next++] = i + 1;
        }
        return starts;
    }
}
