package dync.compiler.describe.picture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Writes SVG elements; text and attributes are escaped here and nowhere else. */
final class Svg {
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens an element.
     *
     * @param attributes names and values in turn; numbers are rounded to a tenth
     */
    Svg open(String tag, Object... attributes) {
        start(tag, attributes).append(">\n");
        open.push(tag);
        return this;
    }

    Svg close() {
        text.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** An element without content. */
    Svg leaf(String tag, Object... attributes) {
        start(tag, attributes).append("/>\n");
        return this;
    }

    /** An element that holds text. */
    Svg words(String tag, String words, Object... attributes) {
        start(tag, attributes)
                .append('>')
                .append(escaped(words))
                .append("</")
                .append(tag)
                .append(">\n");
        return this;
    }

    /** Text at a place; the class says how it is aligned. */
    Svg label(String words, double x, double y, String styles) {
        return words("text", words, "class", styles, "x", x, "y", y);
    }

    /** What another one has written, as it is. */
    Svg append(Svg other) {
        text.append(other);
        return this;
    }

    private StringBuilder start(String tag, Object... attributes) {
        text.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            text.append(attributes[i + 1] instanceof Number number ? number(number) : escaped(attributes[i + 1] + ""));
            text.append('"');
        }
        return text;
    }

    /** A number to a tenth, without a decimal where there is none. */
    static String number(Number number) {
        String tenth = String.format(Locale.ROOT, "%.1f", number.doubleValue());
        return tenth.endsWith(".0") ? tenth.substring(0, tenth.length() - 2) : tenth;
    }

    private static String escaped(String words) {
        StringBuilder escaped = new StringBuilder();
        words.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    // XML 1.0 has no place for control characters
                    if (point >= ' ') {
                        escaped.appendCodePoint(point);
                    }
                }
            }
        });
        return escaped.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
