package dync.data.fetch;

/** Hears what {@link dync.data.catalogue.Datasets#fetch} does. */
public interface FetchListener {

    /** One thing that was found, tried or done, as a line for the user. */
    void note(String line);

    /**
     * A download goes on; called about ten times a second at most.
     *
     * @param file name of the file
     * @param done bytes received
     * @param total bytes in all, or -1 where the server does not say
     */
    default void progress(String file, long done, long total) {}
}
