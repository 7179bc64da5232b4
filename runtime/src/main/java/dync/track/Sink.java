package dync.track;

import java.io.IOException;
import java.util.List;

/** Where entries end up. Used by one thread. */
public interface Sink {
    /** What a person calls it, as {@code MLflow at http://localhost:5000}. */
    String name();

    /**
     * Takes entries in their order. One that failed is given again, with others after it.
     *
     * @throws IOException if it may succeed later
     * @throws dync.runtime.UserError if it never will
     */
    void write(List<Entry> entries) throws IOException, InterruptedException;

    /**
     * Hands on what is still held, and says how the run ended.
     *
     * @param ending of the run
     * @throws IOException if that did not succeed
     */
    void close(Ending ending) throws IOException, InterruptedException;

    /** How a run ended. */
    enum Ending {
        FINISHED,
        STOPPED,
        FAILED
    }
}
