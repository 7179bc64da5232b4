package dync.protocol;

/** Hears how a test goes on. */
public interface ProtocolListener {
    /** The folder is there, and all conditions are known. */
    default void started(TestFolder folder, int conditions) {}

    /**
     * After every batch.
     *
     * @param done images of all conditions so far
     * @param all images of all conditions
     */
    default void shown(long done, long all) {}

    /** A condition has come to its end. */
    default void ended(ConditionResult result) {}

    /** A line for the user. */
    default void note(String line) {}
}
