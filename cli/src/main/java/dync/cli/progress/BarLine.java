package dync.cli.progress;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBarConsumer;

/** The line that a bar is drawn on; it vanishes with the bar, whose thread may draw once more while it ends. */
final class BarLine implements ProgressBarConsumer {
    /** Empties the line that the cursor is on. */
    static final String ERASE = "\r\033[K";

    private final PrintStream terminal;
    private final int columns;
    private boolean closed;

    BarLine(PrintStream terminal, int columns) {
        this.terminal = terminal;
        this.columns = columns;
    }

    @Override
    public int getMaxRenderedLength() {
        return columns - 1;
    }

    @Override
    public synchronized void accept(String drawn) {
        if (!closed) {
            terminal.print(ERASE + drawn.strip());
            terminal.flush();
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            terminal.print(ERASE);
            terminal.flush();
        }
        closed = true;
    }
}
