package dync.compiler.diagnostic;

import dync.compiler.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects the diagnostics of one compilation. A place is told of one mistake once: a template that is used four times
 * reports its mistake one time.
 */
public final class Diagnostics implements Reporter {
    private record Key(Code code, Span span) {}

    private final List<Diagnostic> collected = new ArrayList<>();
    private final Set<Key> known = new HashSet<>();

    @Override
    public void report(Diagnostic diagnostic) {
        if (known.add(new Key(diagnostic.code(), diagnostic.primary().span()))) {
            collected.add(diagnostic);
        }
    }

    public boolean hasErrors() {
        return collected.stream().anyMatch(Diagnostic::isError);
    }

    /** All of them by file and place. What seems never used waits until nothing is wrong: a mistake may hide its use. */
    public List<Diagnostic> all() {
        boolean wrong = hasErrors();
        return collected.stream()
                .filter(diagnostic -> !wrong || diagnostic.code() != Code.DYN0214)
                .sorted(Comparator.comparing(
                                (Diagnostic d) -> d.primary().span().source().name())
                        .thenComparingInt(d -> d.primary().span().start())
                        .thenComparing(d -> d.code().name()))
                .toList();
    }
}
