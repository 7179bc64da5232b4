package dync.cli;

import dync.experiment.ExperimentSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dync config}. */
@Command(
        name = "config",
        header = "Begin, show and check experiments.",
        description = {"", "Settings are explained in docs/experiment.md, and by editors that read the schema."},
        synopsisHeading = "%nUsage: ",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  dync config new                                a first experiment.yaml, with remarks",
            "  dync config show experiment.yaml -p debug      every setting, and who said it",
            "  dync config check experiment.yaml              all that train would refuse, without training"
        })
final class ConfigCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private final Console console;

    ConfigCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "schema",
            header = "Print the JSON schema of experiments, for editors.",
            synopsisHeading = "%nUsage: ",
            optionListHeading = "%nOptions:%n")
    void schema() {
        console.out().print(ExperimentSchema.json());
    }
}
