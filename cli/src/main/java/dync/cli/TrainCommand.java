package dync.cli;

import dync.cli.picture.RatePicture;
import dync.cli.picture.TrainingPicture;
import dync.cli.progress.ProgressView;
import dync.data.Dataset;
import dync.experiment.Experiment;
import dync.experiment.ExperimentReader;
import dync.runtime.BadFile;
import dync.runtime.DynModel;
import dync.runtime.UserError;
import dync.runtime.weights.Weights;
import dync.train.RateFinder;
import dync.train.RunFolder;
import dync.train.Trainer;
import dync.train.TrainingListener;
import dync.train.TrainingOutcome;
import dync.train.optimise.Grouping;
import dync.train.policy.RateSweep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
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
            "  dync train experiment.yaml --set training.batch=64       all settings in a file; dync config shows them",
            "  dync train examples/ventral.dyn --find-rate              looks for a learning rate",
            "  dync train --resume runs/ventral --epochs 5              goes on to the fifth epoch",
            "",
            "Ctrl-C ends training after the current batch, with a checkpoint to resume from."
        })
final class TrainCommand implements Callable<Integer> {
    private static final double LEAST_RATE = 1e-7;
    private static final double MOST_RATE = 10;
    private static final int RATES = 100;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "An experiment (.yaml), a .dyn file, or a name of dync models.")
    private Optional<Path> file = Optional.empty();

    @Mixin
    private ExperimentChoices choices;

    @Option(names = "--resume", paramLabel = "RUN", description = "Go on with the run in this folder.")
    private Optional<Path> resume = Optional.empty();

    @Option(
            names = "--find-rate",
            arity = "0..1",
            fallbackValue = "learning-rate.png",
            paramLabel = "PNG",
            description = "Train for 100 batches with a growing learning rate, draw the loss into learning-rate.png and"
                    + " suggest a rate; nothing else is kept.")
    private Optional<Path> findRate = Optional.empty();

    @Option(names = "--name", paramLabel = "NAME", description = "The run's folder below --runs: the file's name.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--runs", paramLabel = "DIR", description = "Where the folders of runs are: runs.")
    private Path runs = Path.of("runs");

    @Mixin
    private ClassPathOption classPath;

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
        return begin(file.orElseThrow(() -> new UserError(
                "there is nothing to train",
                "give a .dyn file or an experiment, or --resume with the folder of a run")));
    }

    private int begin(Path source) throws IOException {
        ExperimentReader reader = choices.over(common.experiment(source));
        Experiment experiment = reader.read().value();
        try (Prepared ready = Prepared.of(common, experiment, choices.plan(), classPath.loader())) {
            if (findRate.isPresent()) {
                return findRate(ready.net(), ready.images(), experiment, findRate.get());
            }
            ready.settle(reader);
            RunFolder run = RunFolder.create(
                    runs,
                    name.orElse(
                            ready.dyn().chosenModel().orElse(ready.sourceName().replaceFirst("\\.dyn$", ""))),
                    reader.read());
            ready.sources().forEach(run::keep);
            run.keep(
                    "generated/" + ready.fitted().compiled().java().path(),
                    ready.fitted().compiled().java().text());
            return train(ready.net(), ready.images(), run, false);
        }
    }

    private int findRate(DynModel net, Dataset images, Experiment experiment, Path picture) {
        if (!Files.isWritable(picture.toAbsolutePath().getParent())) {
            throw new BadFile(picture, "cannot be written", "name a file in a folder that is there and yours");
        }
        net.initialise(experiment.seed());
        experiment.model().weights().ifPresent(weights -> Weights.load(net, weights));
        RateSweep sweep = new RateSweep(LEAST_RATE, MOST_RATE, RATES);
        AtomicBoolean stop = new AtomicBoolean();
        try (Interrupts watched = Interrupts.watch(() -> stop.set(true))) {
            RateFinder.run(net, images, experiment, sweep, this::tellRate, stop::get);
        }
        RatePicture.write(sweep, net.info().name(), picture);
        console.err().println("the loss over learning rates is in " + picture);
        OptionalDouble rate = sweep.suggestion();
        if (rate.isEmpty()) {
            console.err().println("the loss falls at no rate; look at the picture");
            return ExitCode.BAD_INPUT;
        }
        console.err().println("the loss falls fastest at this learning rate; train with --lr");
        console.out().println(Grouping.rounded(rate.getAsDouble()));
        return ExitCode.OK;
    }

    private void tellRate(int batch) {
        if (batch % 20 == 0) {
            console.err().println("dync: " + batch + " of " + RATES + " rates");
        }
    }

    private int resume(Path folder) {
        if (findRate.isPresent()) {
            throw new UserError("a run that is resumed has its learning rate already", "leave out --find-rate");
        }
        if (file.isPresent() || name.isPresent() || choices.chooseModelOrData()) {
            throw new UserError(
                    "a run that is resumed has its model, parameters, data, weights and name already",
                    "leave out FILE, --model, --set, --data, --weights and --name");
        }
        RunFolder run = RunFolder.openBegun(folder);
        Dataset images = common.data(run.experiment().data());
        try (DynModel net = common.model(run, classPath.loader())) {
            run.update(choices::over);
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
