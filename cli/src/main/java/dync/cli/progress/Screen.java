package dync.cli.progress;

import java.io.PrintStream;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * A few lines at the bottom of a terminal that are drawn again in place. They are sent in one piece and replaced rather
 * than erased first, so that nothing flickers; other lines go above them.
 */
final class Screen {
    private static final String HOLD = "\033[?2026h";
    private static final String SHOW = "\033[?2026l";
    private static final String TO_END_OF_LINE = "\033[K";
    private static final String TO_END_OF_SCREEN = "\033[J";

    private final PrintStream terminal;
    private final IntSupplier columns;
    private List<String> drawn = List.of();

    /** @param columns how wide the terminal is now */
    Screen(PrintStream terminal, IntSupplier columns) {
        this.terminal = terminal;
        this.columns = columns;
    }

    int columns() {
        return columns.getAsInt();
    }

    void draw(List<String> lines) {
        StringBuilder out = new StringBuilder(HOLD).append(back());
        for (String line : lines) {
            out.append(line).append(TO_END_OF_LINE).append('\n');
        }
        send(out.append(TO_END_OF_SCREEN).append(SHOW));
        drawn = List.copyOf(lines);
    }

    /** Writes a line that stays, above the others. */
    void above(String line) {
        List<String> below = drawn;
        StringBuilder out = new StringBuilder(HOLD).append(back()).append(line).append(TO_END_OF_LINE);
        out.append('\n');
        for (String one : below) {
            out.append(one).append(TO_END_OF_LINE).append('\n');
        }
        send(out.append(TO_END_OF_SCREEN).append(SHOW));
    }

    /** Takes the lines away. */
    void clear() {
        if (!drawn.isEmpty()) {
            send(new StringBuilder(back()).append(TO_END_OF_SCREEN));
            drawn = List.of();
        }
    }

    /** To the first of the lines; in a terminal that has become narrower they take up more rows than before. */
    private String back() {
        int wide = Math.max(1, columns());
        int rows = 0;
        for (String line : drawn) {
            rows += Math.max(1, (Styled.length(line) + wide - 1) / wide);
        }
        return rows == 0 ? "\r" : "\r\033[" + rows + "A";
    }

    private void send(StringBuilder text) {
        terminal.print(text);
        terminal.flush();
    }
}
