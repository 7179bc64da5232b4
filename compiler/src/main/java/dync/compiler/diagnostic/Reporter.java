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

    /**
     * For the body of what is called at {@code site}: a mistake that shows inside the standard library is a mistake of
     * the call, and is said there.
     */
    default Reporter inside(String name, Span declared, Span site) {
        if (!declared.source().isStandard() || site.source().isStandard()) {
            return this;
        }
        return diagnostic -> report(
                diagnostic.primary().span().source().isStandard()
                        ? diagnostic.called(name + ": " + diagnostic.message()).at(site)
                        : diagnostic);
    }

    /** Says nothing: for asking whether something holds. */
    static Reporter silent() {
        return diagnostic -> {};
    }
}
