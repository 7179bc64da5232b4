package dync.cli;

import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Explanations;
import dync.runtime.Nearest;
import dync.runtime.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dync explain}. */
@Command(
        name = "explain",
        header = "Explain a diagnostic: what it means and how to mend it.",
        synopsisHeading = "%nUsage: ",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Examples:", "  dync explain DYN0304    explain one", "  dync explain            list them all"})
final class ExplainCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "CODE", description = "The code in brackets, such as DYN0304.")
    private Optional<String> code;

    private final Console console;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (code.isEmpty()) {
            for (Code each : Code.values()) {
                console.out().println(each + "  " + each.title());
            }
            return ExitCode.OK;
        }
        Code wanted = find(code.get());
        console.out()
                .println(Explanations.of(wanted)
                        .orElse(wanted + ": " + wanted.title())
                        .strip());
        return ExitCode.OK;
    }

    private static Code find(String text) {
        return Explanations.code(text).orElseThrow(() -> {
            List<String> known = Arrays.stream(Code.values()).map(Code::name).toList();
            return new UserError(
                    "there is no diagnostic " + text,
                    Nearest.to(text.toUpperCase(Locale.ROOT), known)
                                    .map(near -> "did you mean " + near + "? ")
                                    .orElse("")
                            + "dync explain lists them all");
        });
    }
}
