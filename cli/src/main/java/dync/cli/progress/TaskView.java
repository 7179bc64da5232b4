package dync.cli.progress;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a task of many equal parts has come: a bar on a terminal, elsewhere a line every ten seconds. */
public final class TaskView implements AutoCloseable {
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(10);

    private final String name;
    private final PrintStream out;
    private final Optional<BarLine> line;
    private Optional<ProgressBar> bar = Optional.empty();
    private long due = System.nanoTime() + PAUSE;

    private TaskView(String name, PrintStream out, Optional<BarLine> line) {
        this.name = name;
        this.out = out;
        this.line = line;
    }

    /** A bar of the given width on a terminal. */
    public static TaskView bar(String name, PrintStream terminal, int columns) {
        return new TaskView(name, terminal, Optional.of(new BarLine(terminal, columns)));
    }

    /** A line now and then, for files and logs. */
    public static TaskView lines(String name, PrintStream out) {
        return new TaskView(name, out, Optional.empty());
    }

    /** So much is done. */
    public void step(long done, long all) {
        if (line.isPresent()) {
            if (bar.isEmpty()) {
                bar = Optional.of(ProgressBar.builder()
                        .setTaskName(name)
                        .setInitialMax(all)
                        .setUpdateIntervalMillis(200)
                        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                        .setConsumer(line.get())
                        .build());
            }
            bar.get().stepTo(done);
        } else if (System.nanoTime() - due >= 0) {
            out.printf(Locale.ROOT, "%s: %,d of %,d%n", name, done, all);
            due = System.nanoTime() + PAUSE;
        }
    }

    /** A line above what is shown. */
    public void note(String text) {
        out.println(line.isPresent() ? BarLine.ERASE + text : text);
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        line.ifPresent(BarLine::close);
    }
}
