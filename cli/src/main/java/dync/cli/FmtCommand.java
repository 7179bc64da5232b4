package dync.cli;

import dync.compiler.format.Formatted;
import dync.compiler.format.Formatter;
import dync.compiler.format.UnifiedDiff;
import dync.compiler.source.Source;
import dync.compiler.source.Span;
import dync.runtime.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dync fmt}. */
@Command(
        name = "fmt",
        header = "Bring .dyn files into their canonical form.",
        synopsisHeading = "%nUsage: ",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  dync fmt examples                     every .dyn file below a folder",
            "  dync fmt --check examples stdlib      change nothing, show what would change",
            "  dync fmt --stdin < ventral.dyn        for editors",
            "",
            "Statements with syntax errors stay as they are. With --check the exit code is 1 if a file is",
            "not in its canonical form, which docs/formatting.md describes."
        })
final class FmtCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "FILE|FOLDER", description = "The .dyn files, or folders that hold some.")
    private List<Path> paths = List.of();

    @Option(names = "--check", description = "Change nothing; show what would change.")
    private boolean check;

    @Option(names = "--stdin", description = "Read standard input, write to standard output.")
    private boolean stdin;

    private final Console console;

    FmtCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (stdin == !paths.isEmpty()) {
            throw new UserError(
                    stdin ? "--stdin takes no files" : "there is nothing to format",
                    stdin ? "leave one of them out" : "name .dyn files or folders, or use --stdin");
        }
        return stdin ? formatInput() : formatFiles();
    }

    private int formatInput() throws IOException {
        Source source = DynFiles.read(System.in);
        Formatted formatted = Formatter.format(source);
        tellLeft(formatted);
        boolean same = formatted.text().equals(source.text());
        if (check) {
            show(source, formatted);
            return same ? ExitCode.OK : ExitCode.BAD_INPUT;
        }
        console.out().print(formatted.text());
        console.out().flush();
        return ExitCode.OK;
    }

    private int formatFiles() throws IOException {
        List<Path> files = DynFiles.find(paths);
        int changed = 0;
        for (Path file : files) {
            Source source = DynFiles.read(file);
            Formatted formatted = Formatter.format(source);
            tellLeft(formatted);
            if (formatted.text().equals(source.text())) {
                continue;
            }
            changed++;
            if (check) {
                show(source, formatted);
                console.err().println(file + ": is not formatted");
            } else {
                DynFiles.replace(file, formatted.text());
                console.out().println(file + ": formatted");
            }
        }
        if (changed == 0) {
            console.out()
                    .println(
                            files.size() == 1
                                    ? files.get(0) + ": nothing to do"
                                    : files.size() + " files: nothing to do");
        } else if (check) {
            console.err().println("  = help: run dync fmt without --check");
        }
        return check && changed > 0 ? ExitCode.BAD_INPUT : ExitCode.OK;
    }

    private void show(Source source, Formatted formatted) {
        UnifiedDiff.lines(source, formatted).forEach(console.out()::println);
    }

    private void tellLeft(Formatted formatted) {
        if (!formatted.left().isEmpty()) {
            Span first = formatted.left().get(0);
            int more = formatted.left().size() - 1;
            console.err()
                    .println(first + ": stays as it is" + (more > 0 ? ", and " + more + " more" : "")
                            + ": it has syntax errors, which dync check shows");
        }
    }
}
