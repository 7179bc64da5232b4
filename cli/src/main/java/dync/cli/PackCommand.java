package dync.cli;

import dync.cli.progress.TaskView;
import dync.data.Dataset;
import dync.data.catalogue.Datasets;
import dync.data.pack.Encoding;
import dync.data.pack.PackListener;
import dync.data.pack.PackPlan;
import dync.data.pack.PackedDataset;
import dync.data.pack.Packer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dync data pack}. */
@Command(
        name = "pack",
        header = "Write a data set into one file that is read fast.",
        description = {
            "",
            "The file is as good as the set wherever a set is named. Until it is whole it is called FILE.part; where that is "
                    + "there, packing goes on with it."
        },
        synopsisHeading = "%nUsage: ",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  dync data pack ./imagenet -o imagenet.pack --resolution 256 --jpeg 90",
            "  dync train ventral.dyn --data ./imagenet.pack"
        })
final class PackCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "SET", description = "A name, as dync data list shows it, or a path.")
    private String set;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "The file to write; its name should end in .pack.")
    private Path file;

    @Option(names = "--resolution", paramLabel = "N", description = "Bring the shorter side of each image to N pixels.")
    private Optional<Integer> resolution;

    @Option(names = "--square", description = "Cut out the middle, so that all images are of N by N pixels.")
    private boolean square;

    @ArgGroup
    private Storage storage = new Storage();

    /** One or the other. */
    private static final class Storage {
        @Option(
                names = "--raw",
                description = "Store decoded images, a byte for each value: large and fast. The default.")
        private boolean raw;

        @Option(
                names = "--jpeg",
                paramLabel = "QUALITY",
                description = "Store images as JPEG of a quality, 1 to 100: small, and decoded each time.")
        private Optional<Integer> jpeg = Optional.empty();

        private Encoding encoding() {
            return raw || jpeg.isEmpty() ? new Encoding.Raw() : new Encoding.Jpeg(jpeg.get());
        }
    }

    PackCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Dataset dataset = Datasets.ofUser().open(set);
        Packer packer = new Packer(dataset, new PackPlan(resolution, square, storage.encoding()));
        AtomicBoolean stopped = new AtomicBoolean();
        try (Interrupts interrupts = Interrupts.watch(() -> stopped.set(true));
                TaskView view = view(console, "packing")) {
            PackListener listener = new PackListener() {
                @Override
                public void packed(int done, int all) {
                    view.step(done, all);
                }

                @Override
                public void note(String line) {
                    view.note("dync: " + line);
                }
            };
            if (!packer.write(file, listener, stopped::get)) {
                view.note("dync: stopped; the same command goes on");
                return ExitCode.INTERRUPTED;
            }
        }
        console.err().println("dync: " + PackedDataset.open(file).describe());
        console.out().println(file);
        return ExitCode.OK;
    }

    /** A bar where there is a terminal to show it on. */
    static TaskView view(Console console, String task) {
        return console.terminal().err()
                ? TaskView.bar(task, console.err(), console.terminal().columns())
                : TaskView.lines(task, console.err());
    }
}
