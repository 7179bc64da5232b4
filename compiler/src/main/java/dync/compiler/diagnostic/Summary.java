package dync.compiler.diagnostic;

import java.util.List;

/** The line after all diagnostics. */
public final class Summary {
    private Summary() {}

    /** Such as {@code 2 errors, 1 warning in ventral.dyn}. */
    public static String of(List<Diagnostic> diagnostics) {
        long errors = count(diagnostics, Severity.ERROR);
        long warnings = count(diagnostics, Severity.WARNING);
        List<String> files = diagnostics.stream()
                .map(diagnostic -> diagnostic.primary().span().source().name())
                .distinct()
                .toList();
        String counts = errors > 0 && warnings > 0
                ? counted(errors, "error") + ", " + counted(warnings, "warning")
                : errors > 0
                        ? counted(errors, "error")
                        : warnings > 0 ? counted(warnings, "warning") : counted(diagnostics.size(), "note");
        return counts + " in " + (files.size() == 1 ? files.get(0) : files.size() + " files");
    }

    private static long count(List<Diagnostic> diagnostics, Severity severity) {
        return diagnostics.stream().filter(d -> d.severity() == severity).count();
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
