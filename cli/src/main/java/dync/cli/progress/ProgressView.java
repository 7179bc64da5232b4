package dync.cli.progress;

import dync.train.TestResult;
import dync.train.TrainingListener;
import java.io.PrintStream;
import java.util.function.IntSupplier;

/** Shows how training goes on. */
public interface ProgressView extends TrainingListener, AutoCloseable {

    /**
     * Curves and a bar on a terminal.
     *
     * @param columns how wide the terminal is, asked whenever something is drawn
     */
    static ProgressView live(PrintStream terminal, IntSupplier columns, boolean colour) {
        return new LiveView(new Screen(terminal, columns), new Panel(new Styled(colour)), System::nanoTime);
    }

    /** A line now and then, for files and logs. */
    static ProgressView lines(PrintStream out) {
        return new LineView(out, System::nanoTime);
    }

    /** The sentence that tells a test's outcome. */
    static String describe(TestResult result) {
        return Words.test(result);
    }

    /** Ends what is being shown, so that other output may follow. */
    @Override
    void close();
}
