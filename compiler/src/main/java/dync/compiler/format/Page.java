package dync.compiler.format;

import java.util.ArrayList;
import java.util.List;

/** Lines as they are written. Comments that end lines of one indentation begin in one column. */
final class Page {
    private static final int BEFORE_COMMENT = 2;

    private record Row(String text, String comment) {}

    private final List<Row> rows = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String comment = "";
    private int indent;

    /** Where the next character goes. */
    int column() {
        return text.isEmpty() ? indent : text.length();
    }

    void write(String words) {
        if (words.isEmpty()) {
            return;
        }
        if (!comment.isEmpty()) {
            newline(indent);
        }
        if (text.isEmpty()) {
            text.append(" ".repeat(indent));
        }
        text.append(words);
    }

    void comment(String words) {
        if (text.isEmpty()) {
            write(words);
        } else {
            comment = words;
        }
    }

    void newline(int next) {
        rows.add(new Row(text.toString().stripTrailing(), comment));
        text.setLength(0);
        comment = "";
        indent = next;
    }

    /** Writes text over several lines; its first begins at its own column where nothing stands before it. */
    void verbatim(String words, int column) {
        if (text.isEmpty()) {
            indent = column;
        }
        String[] lines = words.split("\n", -1);
        write(lines[0]);
        for (int i = 1; i < lines.length; i++) {
            // not stripped: the line may end inside of something that nobody could read
            rows.add(new Row(text.toString(), comment));
            text.setLength(0);
            text.append(lines[i]);
        }
    }

    /** All lines, each with its end. */
    String finish() {
        newline(0);
        StringBuilder page = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            page.append(row.text);
            if (!row.comment.isEmpty()) {
                page.append(" ".repeat(commentColumn(i) - row.text.length())).append(row.comment);
            }
            page.append('\n');
        }
        return page.toString();
    }

    private int commentColumn(int row) {
        int longest = rows.get(row).text.length();
        for (int i = row; i > 0 && isBeside(i - 1, i); i--) {
            longest = Math.max(longest, rows.get(i - 1).text.length());
        }
        for (int i = row; i + 1 < rows.size() && isBeside(i, i + 1); i++) {
            longest = Math.max(longest, rows.get(i + 1).text.length());
        }
        return longest + BEFORE_COMMENT;
    }

    /** Whether the comments of two lines, one after the other, stand one below the other. */
    private boolean isBeside(int first, int second) {
        Row upper = rows.get(first);
        Row lower = rows.get(second);
        return !upper.comment.isEmpty() && !lower.comment.isEmpty() && indentation(upper) == indentation(lower);
    }

    private static int indentation(Row row) {
        return row.text.length() - row.text.stripLeading().length();
    }
}
