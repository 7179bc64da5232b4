package dync.parity;

final class InitRule {
    private InitRule() {}

    static void compare(ParityCase recorded, Comparison comparison) {
        throw new OutOfScope("not yet");
    }
}
