package dync.cli.progress;

import java.util.regex.Pattern;

/**
 * Text with colour, where it is wanted.
 *
 * @param colour whether it is
 */
record Styled(boolean colour) {
    private static final Pattern SEQUENCE = Pattern.compile("\033\\[[0-9;]*m");

    String bold(String text) {
        return wrap("1", text);
    }

    String dim(String text) {
        return wrap("2", text);
    }

    String loss(String text) {
        return wrap("36", text);
    }

    String accuracy(String text) {
        return wrap("33", text);
    }

    private String wrap(String code, String text) {
        return colour && !text.isEmpty() ? "\033[" + code + "m" + text + "\033[0m" : text;
    }

    /** How many columns a text takes up; all of its letters are one wide. */
    static int length(String text) {
        String plain = SEQUENCE.matcher(text).replaceAll("");
        return plain.codePointCount(0, plain.length());
    }

    /** Filled up with blanks. */
    static String pad(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - length(text)));
    }

    /** Cut off where it is too long. */
    static String cut(String text, int columns) {
        if (length(text) <= columns) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int wide = 0;
        for (int i = 0; i < text.length(); ) {
            if (text.charAt(i) == '\033') {
                int end = text.indexOf('m', i) + 1;
                kept.append(text, i, end);
                i = end;
            } else {
                int letter = text.codePointAt(i);
                if (wide < columns - 1) {
                    kept.appendCodePoint(letter);
                } else if (wide == columns - 1) {
                    kept.append('…');
                }
                wide++;
                i += Character.charCount(letter);
            }
        }
        return kept.toString();
    }
}
