package dync.cli;

import dync.compiler.diagnostic.Code;
import dync.runtime.Nearest;
import dync.runtime.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
    public Integer call() throws IOException {
        if (code.isEmpty()) {
            for (Code each : Code.values()) {
                console.out().println(each + "  " + each.title());
            }
            return ExitCode.OK;
        }
        Code wanted = find(code.get());
        console.out().println(wanted + ": " + wanted.title());
        try (InputStream page = Code.class.getResourceAsStream("/explain/" + wanted + ".md")) {
            if (page != null) {
                console.out().println();
                console.out().print(new String(page.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return ExitCode.OK;
    }

    private static Code find(String text) {
        List<String> known = Arrays.stream(Code.values()).map(Code::name).toList();
        String name = text.toUpperCase(Locale.ROOT);
        if (!known.contains(name)) {
            throw new UserError(
                    "there is no diagnostic " + text,
                    Nearest.to(name, known)
                                    .map(near -> "did you mean " + near + "? ")
                                    .orElse("") + "dync explain lists them all");
        }
        return Code.valueOf(name);
    }
}
