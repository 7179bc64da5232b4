package dync.cli;

/** What the process answers with. */
final class ExitCode {
    static final int OK = 0;
    /** What the user handed in is wrong: a model, a file, a value. */
    static final int BAD_INPUT = 1;
    /** The command line itself is wrong. */
    static final int USAGE = 2;
    /** A mistake of ours. */
    static final int INTERNAL = 70;
    /** Ctrl-C; 128 and the signal's number, as shells have it. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
