package dync.cli;

import dync.data.catalogue.Datasets;
import dync.experiment.Experiment;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dync config check}. */
@Command(
        name = "check",
        header = "Find the mistakes in an experiment without training.",
        description = {
            "",
            "What dync train would refuse is refused: settings, model, parameters, weights, and data that do not fit."
        },
        synopsisHeading = "%nUsage: ",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  dync config check experiment.yaml",
            "  dync config check experiment.yaml -p large --set training.batch=512",
            "",
            "Nothing is fetched: the images of a set that is not here yet are not looked at. The exit code is 1 if",
            "there is a mistake."
        })
final class ConfigCheckCommand implements Runnable {
    @Parameters(paramLabel = "FILE", description = "An experiment (.yaml), a .dyn file, or a name of dync models.")
    private Path file;

    @Mixin
    private ExperimentChoices choices;

    @Mixin
    private ClassPathOption classPath;

    private final Console console;
    private final Runs common;

    ConfigCheckCommand(Console console) {
        this.console = console;
        this.common = new Runs(console);
    }

    @Override
    public void run() {
        Experiment experiment = choices.over(common.experiment(file)).read().value();
        String set = experiment.data().set();
        if (Datasets.ofUser().missing(set)) {
            common.show(common.dyn(experiment).plan(choices.plan()));
            console.err().println("dync: " + set + " is not here, and was not looked at; dync data fetch " + set);
        } else {
            Prepared.of(common, experiment, choices.plan(), classPath.loader()).close();
        }
        console.out().println(file + ": no mistakes");
    }
}
