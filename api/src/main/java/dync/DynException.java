package dync;

import dync.compiler.diagnostic.Diagnostic;
import dync.runtime.UserError;
import java.util.List;
import java.util.stream.Collectors;

/** A source that does not compile. The message names each mistake with its place. */
public final class DynException extends UserError {
    private static final long serialVersionUID = 1;

    private final transient List<Diagnostic> diagnostics;

    DynException(List<Diagnostic> diagnostics) {
        super(
                diagnostics.stream()
                        .filter(Diagnostic::isError)
                        .map(d -> d.primary().span() + ": " + d.code() + ": " + d.message())
                        .collect(Collectors.joining("\n")),
                diagnostics.stream()
                        .filter(Diagnostic::isError)
                        .flatMap(d -> d.helps().stream())
                        .map(help -> help.text())
                        .findFirst()
                        .orElse(""));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** All that was found, warnings too, by place. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
