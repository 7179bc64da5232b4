package dync.settings;

/** Parts of texts that fit into a message. */
final class Excerpt {
    private static final int LONGEST = 60;
    private static final int WIDEST = 120;

    private Excerpt() {}

    /** A value on one line, its end left out if it is long. */
    static String of(String value) {
        String line = plain(value);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    /**
     * A line with a mark below what is meant; of a long line what is around the mark.
     *
     * @param column counted from 1
     * @param length columns that are meant
     */
    static String marked(String line, String number, int column, int length) {
        int begin = line.length() <= WIDEST ? 0 : Math.max(0, Math.min(column - 1, line.length()) - WIDEST / 2);
        int end = Math.min(line.length(), begin + WIDEST);
        String shown = (begin > 0 ? "…" : "") + plain(line.substring(begin, end)) + (end < line.length() ? "…" : "");
        int indent = Math.max(0, column - 1 - begin) + (begin > 0 ? 1 : 0);
        int marks = Math.max(1, Math.min(length, end - column + 1));
        return " " + number + " | " + shown + "\n " + " ".repeat(number.length()) + " | " + " ".repeat(indent)
                + "^".repeat(marks);
    }

    /** Without anything that moves the cursor. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
