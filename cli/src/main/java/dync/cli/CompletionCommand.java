package dync.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dync completion}. */
@Command(
        name = "completion",
        header = "Print a completion script for bash and zsh.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Example:", "  source <(dync completion)    completes commands and options in this shell"})
final class CompletionCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private final Console console;

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        console.out().print(AutoComplete.bash("dync", spec.root().commandLine()));
    }
}
