package dync.track;

import dync.runtime.BadFile;
import dync.runtime.file.FileFault;
import dync.runtime.file.GrowingFile;
import dync.runtime.file.TextFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A table in a file that grows by whole lines, as comma-separated values (RFC 4180) with the names of the columns in the
 * first line. A line that the disk does not take is kept and written with the next.
 */
public final class Table {
    private final Path path;
    private final List<String> columns;
    private final StringBuilder pending = new StringBuilder();

    public Table(Path path, List<String> columns) {
        this.path = path;
        this.columns = List.copyOf(columns);
    }

    /**
     * Begins the file, or goes on with it. What it holds is brought to the columns of this table by their names; lines of
     * work that is done again are left out.
     *
     * @param keep which lines stay; sees the values that are there by column
     * @throws BadFile if it cannot be read or written
     */
    public void begin(Predicate<Map<String, String>> keep) {
        StringBuilder text = new StringBuilder(CsvLine.of(columns));
        for (Map<String, String> row : rows()) {
            if (keep.test(row)) {
                text.append(CsvLine.of(columns.stream()
                        .map(column -> row.getOrDefault(column, ""))
                        .toList()));
            }
        }
        TextFile.write(path, text.toString());
    }

    /** The lines that are whole. */
    private List<Map<String, String>> rows() {
        if (!Files.exists(path)) {
            return List.of();
        }
        String text = whole();
        List<String> lines =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            List<String> names = CsvLine.values(lines.get(0));
            List<String> values = CsvLine.values(line);
            if (values.size() == names.size()) {
                rows.add(CsvLine.named(names, values));
            }
        }
        return rows;
    }

    /** All up to what a machine that lost its power may leave behind: room that was never written, which reads as zeros. */
    private String whole() {
        String help = "take it away, or put the table of this run there again";
        try {
            byte[] bytes = Files.readAllBytes(path);
            int end = 0;
            while (end < bytes.length && bytes[end] != 0) {
                end++;
            }
            return TextFile.text(path, Arrays.copyOf(bytes, end), help);
        } catch (IOException e) {
            throw new BadFile(path, FileFault.reading(e), help, e);
        }
    }

    /** Adds a line; it is written with {@link #flush}. */
    public void add(List<String> values) {
        if (values.size() != columns.size()) {
            throw new IllegalArgumentException(
                    values.size() + " values for the " + columns.size() + " columns of " + path);
        }
        pending.append(CsvLine.of(values));
    }

    /**
     * Writes what was added, whole or not at all.
     *
     * @param sure whether to wait until it is on the disk
     * @throws BadFile if the disk does not take it; it is kept for the next time
     */
    public void flush(boolean sure) {
        if (pending.isEmpty()) {
            return;
        }
        GrowingFile.append(path, pending.toString().getBytes(StandardCharsets.UTF_8), sure);
        pending.setLength(0);
    }

    /** Writes a table that is made at once, in place of an earlier one. */
    public static void write(Path path, List<String> columns, List<List<String>> rows) {
        StringBuilder text = new StringBuilder(CsvLine.of(columns));
        rows.forEach(row -> text.append(CsvLine.of(row)));
        TextFile.write(path, text.toString());
    }
}
