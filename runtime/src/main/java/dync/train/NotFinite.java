package dync.train;

/** A number of a training step that is infinite or none; the trainer finds out why and tells. */
final class NotFinite extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean inGradient;

    /** @param what it is, in words */
    NotFinite(String what, double value, boolean inGradient) {
        super(what + " is " + value);
        this.inGradient = inGradient;
    }

    /** Whether the loss is finite and its gradient not. */
    boolean inGradient() {
        return inGradient;
    }
}
