package dync.lsp;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A failure of the server itself, for the client's log. */
final class Failures {
    private Failures() {}

    static String text(String doing, Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return "dync failed while " + doing + "; this is a defect of dync, please report it\n" + trace;
    }
}
