package dync.cli;

import dync.cli.progress.TaskView;
import dync.data.pack.PackedDataset;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dync data check}. */
@Command(
        name = "check",
        header = "Read every image of a packed file and hold it against its sum.",
        synopsisHeading = "%nUsage: ",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class CheckDataCommand implements Runnable {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "A file that dync data pack has written.")
    private Path file;

    CheckDataCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        PackedDataset packed = PackedDataset.open(file);
        try (TaskView view = PackCommand.view(console, "checking")) {
            packed.check(done -> view.step(done, packed.samples()));
        }
        console.out().println(packed.describe());
    }
}
