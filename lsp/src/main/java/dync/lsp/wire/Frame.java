package dync.lsp.wire;

/** What a stream of messages held next. */
public sealed interface Frame {

    /** The content of a message. */
    record Content(String text) implements Frame {}

    /**
     * Bytes that are no message.
     *
     * @param reason what was expected instead
     */
    record Broken(String reason) implements Frame {}
}
