package dync.data.fetch;

import java.io.IOException;
import java.nio.file.Path;

/** One way to come by the files of a data set. */
public interface FetchSource {

    /** What it is, for messages: {@code the package dataset-fashion-mnist by apt-get}. */
    String describe();

    /**
     * Brings the files.
     *
     * @param work an empty folder for this attempt, removed afterwards
     * @return a folder with the files: within {@code work}, or a place where they may stay
     * @throws IOException with a message for the user if this way does not work here
     */
    Path obtain(Path work, FetchListener listener) throws IOException;
}
