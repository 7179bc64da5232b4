package dync.cli;

import dync.Dyn;
import dync.cli.picture.TrainingPicture;
import dync.cli.progress.ProgressView;
import dync.data.Dataset;
import dync.data.Datasets;
import dync.runtime.DynModel;
import dync.runtime.UserError;
import dync.train.Fit;
import dync.train.RunConfig;
import dync.train.RunFolder;
import dync.train.Trainer;
import dync.train.TrainingListener;
import dync.train.TrainingOutcome;
import dync.train.TrainingSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dync train}. */
@Command(
        name = "train",
        header = "Train a model on images.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = {"dync train FILE [OPTIONS]", "       dync train --resume RUN [OPTIONS]"},
        parameterListHeading = "%n",
        optionListHeading = "%nOptions (and what they are if not given):%n",
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  dync train examples/ventral.dyn                          on shapes, which needs no files",
            "  dync train examples/ventral.dyn --data fashion-mnist --epochs 1 --limit 6000",
            "  dync train dyn.models.DyRCNNx2 --data fashion-mnist      a model of dync models",
            "  dync train examples/ventral.dyn --set rctype=self --name self --lr 1e-3",
            "  dync train --resume runs/ventral --epochs 5              goes on to the fifth epoch",
            "",
            "Ctrl-C ends training after the current batch, with a checkpoint to resume from."
        })
final class TrainCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The .dyn file, or a name of dync models.")
    private Optional<Path> file = Optional.empty();

    @Mixin
    private ModelOptions model;

    @Option(
            names = {"-d", "--data"},
            paramLabel = "NAME",
            description = "A data set of dync data list, or a folder with files like MNIST's: shapes.")
    private Optional<String> data = Optional.empty();

    @Option(names = "--resume", paramLabel = "RUN", description = "Go on with the run in this folder.")
    private Optional<Path> resume = Optional.empty();

    @Option(names = "--name", paramLabel = "NAME", description = "The run's folder below --runs: the file's name.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--runs", paramLabel = "DIR", description = "Where the folders of runs are: runs.")
    private Path runs = Path.of("runs");

    @Mixin
    private ClassPathOption classPath;

    @Mixin
    private TrainingOptions training;

    private final Console console;
    private final Runs common;

    TrainCommand(Console console) {
        this.console = console;
        this.common = new Runs(console);
    }

    @Override
    public Integer call() throws IOException {
        if (resume.isPresent()) {
            return resume(resume.get());
        }
        return begin(file.orElseThrow(() ->
                new UserError("there is nothing to train", "give a .dyn file, or --resume with the folder of a run")));
    }

    private int begin(Path source) throws IOException {
        Dyn dyn = model.on(source);
        dyn.compiled();
        TrainingSettings settings = training.over(TrainingSettings.defaults());
        String dataName = data.orElse(Datasets.SHAPES);
        Dataset images = common.data(dataName);
        FittedModel fitted = FittedModel.of(dyn, images);
        common.show(dyn);
        String sourceName = Path.of(dyn.source().name()).getFileName().toString();
        RunConfig config =
                new RunConfig(fitted.compiled().model().name(), sourceName, fitted.settings(), dataName, settings);
        try (DynModel net = Dyn.load(fitted.compiled(), classPath.loader())) {
            Fit.check(net.info(), images, settings.readout());
            RunFolder run = RunFolder.create(
                    runs, name.orElse(dyn.chosenModel().orElse(sourceName.replaceFirst("\\.dyn$", ""))), config);
            run.keep(sourceName, dyn.source().text());
            run.keep(
                    "generated/" + fitted.compiled().java().path(),
                    fitted.compiled().java().text());
            return train(net, images, run, false);
        }
    }

    private int resume(Path folder) {
        if (file.isPresent() || model.given() || data.isPresent() || name.isPresent()) {
            throw new UserError(
                    "a run that is resumed has its model, parameters, data and name already",
                    "leave out FILE, --model, --set, --data and --name");
        }
        RunFolder run = RunFolder.open(folder);
        TrainingSettings settings = training.over(run.config().training());
        Dataset images = common.data(run.config().data());
        try (DynModel net = common.model(run, classPath.loader())) {
            run.update(run.config().with(settings));
            return train(net, images, run, true);
        }
    }

    private int train(DynModel net, Dataset images, RunFolder run, boolean again) {
        try (ProgressView view = common.view()) {
            TrainingPicture picture = new TrainingPicture(
                    run.path().resolve("training.png"),
                    net.info().stepMs(),
                    images.classes().size());
            Trainer trainer = new Trainer(net, images, run, TrainingListener.both(view, picture));
            TrainingOutcome outcome;
            try (Interrupts watched = Interrupts.watch(() -> {
                view.note("stopping after this batch, with a checkpoint");
                trainer.requestStop();
            })) {
                outcome = again ? trainer.resume() : trainer.begin();
                view.close();
                tell(run, outcome);
            }
            return outcome.finished() ? ExitCode.OK : ExitCode.INTERRUPTED;
        }
    }

    private void tell(RunFolder run, TrainingOutcome outcome) {
        if (outcome.finished()) {
            console.err().println("test it with: dync test " + run.path());
        } else {
            console.err().println("stopped " + outcome.position() + "; go on with: dync train --resume " + run.path());
        }
        console.out().println(run.path());
    }
}
