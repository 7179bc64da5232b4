package dync.cli.progress;

import dync.train.TestResult;
import dync.train.TrainingListener;
import java.io.PrintStream;

/** Shows how training goes on. */
public interface ProgressView extends TrainingListener, AutoCloseable {

    /** A bar of the given width on a terminal. */
    static ProgressView bar(PrintStream terminal, int columns) {
        return new BarView(terminal, columns);
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
