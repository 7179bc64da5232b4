package dync.runtime.weights.torch;

/** A file that breaks its format, or asks for what is not read here; the message says how. */
final class Broken extends Exception {
    private static final long serialVersionUID = 1;

    Broken(String problem) {
        super(problem);
    }
}
