package dync.data.pack;

/** Hears how far packing has come. */
public interface PackListener {
    /**
     * Samples are in the file.
     *
     * @param done of all, with those of an earlier start
     */
    void packed(int done, int all);

    /** Something that the user should know. */
    void note(String line);
}
