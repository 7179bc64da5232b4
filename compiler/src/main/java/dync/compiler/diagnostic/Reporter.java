package dync.compiler.diagnostic;

import dync.compiler.source.Span;

/** Where a stage says what it found. */
@FunctionalInterface
public interface Reporter {
    void report(Diagnostic diagnostic);

    /** Says at {@code site} what is found elsewhere: a mistake inside a primitive is the mistake of who calls it. */
    default Reporter at(Span site) {
        return diagnostic -> report(diagnostic.at(site));
    }

    /** Says nothing: for asking whether something holds. */
    static Reporter silent() {
        return diagnostic -> {};
    }
}
