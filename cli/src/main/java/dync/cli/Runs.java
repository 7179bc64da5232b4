package dync.cli;

import dync.Dyn;
import dync.cli.progress.ProgressView;
import dync.compiler.diagnostic.TerminalRenderer;
import dync.data.Dataset;
import dync.data.catalogue.DataSettings;
import dync.data.catalogue.Datasets;
import dync.experiment.Experiment;
import dync.experiment.ExperimentReader;
import dync.runtime.DynModel;
import dync.runtime.UserError;
import dync.train.RunFolder;
import java.nio.file.Path;
import java.util.Map;

/** What the commands that train and test have in common. */
final class Runs {
    private final Console console;

    Runs(Console console) {
        this.console = console;
    }

    /** Opens a data set; brings it to this machine first where it is not there. */
    Dataset data(DataSettings settings) {
        Datasets sets = Datasets.ofUser();
        if (sets.missing(settings.set())) {
            sets.fetch(settings.set(), line -> console.err().println("dync: " + line));
        }
        return sets.open(settings);
    }

    /** An experiment in a file, or one with the model that is named and nothing else. */
    ExperimentReader experiment(Path file) {
        String name = file.toString();
        return name.endsWith(".yaml") || name.endsWith(".yml")
                ? ExperimentReader.file(file)
                : ExperimentReader.empty().set("model.file", name, "the command line");
    }

    /** The model of an experiment, with its parameters set. */
    Dyn dyn(Experiment experiment) {
        if (experiment.model().file().isEmpty()) {
            throw new UserError("the experiment names no model", "write model: FILE.dyn into it");
        }
        Dyn dyn = Dyn.compile(experiment.model().file());
        if (experiment.model().name().isPresent()) {
            dyn = dyn.model(experiment.model().name().get());
        }
        for (Map.Entry<String, String> parameter : experiment.set().entrySet()) {
            dyn = dyn.set(parameter.getKey(), parameter.getValue());
        }
        return dyn;
    }

    /** Makes the model of an earlier run again, from the source that its folder keeps and the classes of a loader. */
    DynModel model(RunFolder run, ClassLoader classes) {
        return dyn(run.experiment()).classes(classes).load();
    }

    /** Shows the compiler's warnings. */
    void show(Dyn dyn) {
        console.err().print(new TerminalRenderer(console.terminal().colourErr()).render(dyn.diagnostics()));
    }

    ProgressView view() {
        return console.terminal().err()
                ? ProgressView.live(
                        console.err(),
                        TerminalWidth.watched(console.terminal().columns()),
                        console.terminal().colourErr())
                : ProgressView.lines(console.err());
    }
}
