package dync.cli;

import dync.data.catalogue.DatasetEntry;
import dync.data.catalogue.Datasets;
import dync.data.fetch.FetchListener;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dync data}. */
@Command(
        name = "data",
        header = "List, fetch and pack data sets.",
        synopsisHeading = "%nUsage: ",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  dync data list",
            "  dync data fetch fashion-mnist",
            "  dync data pack fashion-mnist -o fashion.pack"
        })
final class DataCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private final Console console;

    DataCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "list",
            header = "List the data sets and where they are.",
            synopsisHeading = "%nUsage: ",
            optionListHeading = "%nOptions:%n")
    void list() {
        for (DatasetEntry entry : Datasets.ofUser().list()) {
            console.out().printf("%-14s %s%n", entry.name(), entry.contents());
            console.out().printf("%-14s %s%n", "", place(entry));
        }
    }

    @Command(
            name = "fetch",
            header = "Bring a data set to this machine.",
            synopsisHeading = "%nUsage: ",
            parameterListHeading = "%n",
            optionListHeading = "%nOptions:%n")
    void fetch(@Parameters(paramLabel = "NAME", description = "As dync data list shows it.") String name) {
        FetchListener notes = line -> console.err().println("dync: " + line);
        Datasets.ofUser().fetch(name, notes).ifPresent(folder -> console.out().println(folder));
    }

    private static String place(DatasetEntry entry) {
        if (entry.present()) {
            return entry.place().map(folder -> "in " + folder).orElse(entry.origin());
        }
        if (entry.byHand().isPresent()) {
            return "not here; " + entry.byHand().get();
        }
        return String.format(Locale.ROOT, "%.0f MB to fetch: dync data fetch %s", entry.bytes() / 1e6, entry.name());
    }
}
