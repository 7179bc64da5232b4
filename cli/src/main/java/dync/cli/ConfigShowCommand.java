package dync.cli;

import dync.experiment.Experiment;
import dync.experiment.ExperimentReader;
import dync.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dync config show}. */
@Command(
        name = "show",
        header = "Show an experiment with every setting, and where each comes from.",
        synopsisHeading = "%nUsage: ",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        sortOptions = false,
        footer = {
            "",
            "What is said later counts: defaults, the file, profiles, variables such as DYNC__TRAINING__EPOCHS, options.",
            "What is printed is an experiment itself.",
            "",
            "Examples:",
            "  dync config show                                   what settings are if nobody says anything",
            "  dync config show experiment.yaml --epochs 5        what dync train would do with the same words",
            "  dync config show experiment.yaml --changed         only what someone has said"
        })
final class ConfigShowCommand implements Runnable {
    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "An experiment (.yaml), a .dyn file, or a name of dync models.")
    private Optional<Path> file = Optional.empty();

    @Mixin
    private ExperimentChoices choices;

    @Option(names = "--changed", description = "Leave out what nobody has said.")
    private boolean changed;

    private final Console console;
    private final Runs common;

    ConfigShowCommand(Console console) {
        this.console = console;
        this.common = new Runs(console);
    }

    @Override
    public void run() {
        Settings.Read<Experiment> read = choices.over(
                        file.map(common::experiment).orElseGet(ExperimentReader::empty))
                .read();
        console.out().print(changed ? read.changed() : read.explained());
    }
}
