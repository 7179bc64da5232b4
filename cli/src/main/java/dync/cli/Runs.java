package dync.cli;

import dync.Dyn;
import dync.cli.progress.ProgressView;
import dync.compiler.diagnostic.TerminalRenderer;
import dync.data.Dataset;
import dync.data.Datasets;
import dync.runtime.DynModel;
import dync.train.RunConfig;
import dync.train.RunFolder;
import java.util.Map;

/** What the commands that train and test have in common. */
final class Runs {
    private final Console console;

    Runs(Console console) {
        this.console = console;
    }

    /** Opens a data set; brings it to this machine first where it is not there. */
    Dataset data(String name) {
        Datasets sets = Datasets.ofUser();
        if (sets.missing(name)) {
            sets.fetch(name, line -> console.err().println("dync: " + line));
        }
        return sets.open(name);
    }

    /** Makes the model of an earlier run again, from the source that its folder keeps and the classes of a loader. */
    DynModel model(RunFolder run, ClassLoader classes) {
        RunConfig config = run.config();
        Dyn dyn = Dyn.compile(run.path().resolve(config.source())).model(config.model());
        for (Map.Entry<String, String> setting : config.parameters().entrySet()) {
            dyn = dyn.set(setting.getKey(), setting.getValue());
        }
        return dyn.classes(classes).load();
    }

    /** Shows the compiler's warnings. */
    void show(Dyn dyn) {
        console.err().print(new TerminalRenderer(console.terminal().colourErr()).render(dyn.diagnostics()));
    }

    ProgressView view() {
        return console.terminal().err()
                ? ProgressView.bar(console.err(), console.terminal().columns())
                : ProgressView.lines(console.err());
    }
}
