package dync.cli.progress;

import dync.protocol.ConditionResult;
import dync.protocol.ProtocolListener;
import java.io.PrintStream;
import java.util.Locale;

/** Shows how a test by a protocol goes on: one bar for all conditions, and a line for each that has ended. */
public final class ProtocolView implements ProtocolListener, AutoCloseable {
    private final TaskView task;

    private ProtocolView(TaskView task) {
        this.task = task;
    }

    /** A bar of the given width on a terminal. */
    public static ProtocolView bar(PrintStream terminal, int columns) {
        return new ProtocolView(TaskView.bar("testing", terminal, columns));
    }

    /** A line now and then, for files and logs. */
    public static ProtocolView lines(PrintStream out) {
        return new ProtocolView(TaskView.lines("testing", out));
    }

    @Override
    public void shown(long done, long all) {
        task.step(done, all);
    }

    @Override
    public void ended(ConditionResult result) {
        String name = result.condition().toString();
        double accuracy = result.answers().overall().accuracy();
        task.note(String.format(
                Locale.ROOT,
                "%s: %s (%,d images)",
                name.isEmpty() ? "tested" : name,
                Double.isNaN(accuracy)
                        ? "no answer was asked for"
                        : String.format(Locale.ROOT, "accuracy %.1f %%", 100 * accuracy),
                result.images()));
    }

    @Override
    public void note(String line) {
        task.note(line);
    }

    @Override
    public void close() {
        task.close();
    }
}
