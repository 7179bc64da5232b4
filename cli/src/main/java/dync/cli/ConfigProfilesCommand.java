package dync.cli;

import dync.experiment.ExperimentReader;
import dync.experiment.Profiles;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dync config profiles}. */
@Command(
        name = "profiles",
        header = "Print the profiles that come along, with what each is for.",
        synopsisHeading = "%nUsage: ",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "A profile is in use where it is asked for: use: [NAME] in the file, or -p NAME. One that a file defines itself",
            "goes before one that comes along."
        })
final class ConfigProfilesCommand implements Runnable {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Name the profiles of this experiment, too.")
    private Optional<Path> file = Optional.empty();

    private final Console console;

    ConfigProfilesCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        console.out().print(Profiles.text());
        file.map(ExperimentReader::file).ifPresent(reader -> reader.ownProfiles()
                .forEach((name, place) -> console.out().println("\n# " + place.origin() + "\n" + name + ": …")));
    }
}
