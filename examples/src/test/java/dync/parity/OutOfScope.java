package dync.parity;

/** A case that no rule covers; the message is the reason that is printed. */
final class OutOfScope extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutOfScope(String reason) {
        super(reason);
    }
}
