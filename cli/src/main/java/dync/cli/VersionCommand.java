package dync.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code dync version}. */
@Command(
        name = "version",
        header = "Show the versions of dync, libtorch and Java.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions:%n")
final class VersionCommand implements Callable<Integer> {
    private final Console console;

    VersionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        for (String line : new Versions().getVersion()) {
            console.out().println(line);
        }
        return ExitCode.OK;
    }
}
