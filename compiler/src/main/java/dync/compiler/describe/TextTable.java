package dync.compiler.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Aligned columns; where they do not fit, each row becomes a short list. */
final class TextTable {
    private static final int GAP = 2;

    /** A heading, and whether what stands below is aligned to the right. */
    record Column(String heading, boolean right) {}

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(Column... columns) {
        this.columns = List.of(columns);
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Lines of at most {@code width} characters, unless a single cell is longer. */
    String render(int width) {
        List<Integer> shown = IntStream.range(0, columns.size())
                .filter(column -> column == 0
                        || rows.stream().anyMatch(row -> !row.get(column).isEmpty()))
                .boxed()
                .toList();
        int needed = shown.stream().mapToInt(this::width).sum() + GAP * (shown.size() - 1);
        return needed <= width ? aligned(shown) : stacked(shown);
    }

    private int width(int column) {
        return Math.max(
                columns.get(column).heading().length(),
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }

    private String aligned(List<Integer> shown) {
        StringBuilder text = new StringBuilder();
        line(columns.stream().map(Column::heading).toList(), shown, text);
        rows.forEach(row -> line(row, shown, text));
        return text.toString();
    }

    private void line(List<String> cells, List<Integer> shown, StringBuilder text) {
        StringBuilder line = new StringBuilder();
        for (int column : shown) {
            String pad = " ".repeat(width(column) - cells.get(column).length());
            boolean right = columns.get(column).right();
            line.append(right ? pad : "").append(cells.get(column)).append(right ? "" : pad);
            line.append(" ".repeat(GAP));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private String stacked(List<Integer> shown) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append(row.get(0)).append('\n');
            for (int column : shown.subList(1, shown.size())) {
                if (!row.get(column).isEmpty()) {
                    text.append("  ")
                            .append(columns.get(column).heading())
                            .append(": ")
                            .append(row.get(column))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }
}
