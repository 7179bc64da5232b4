package dync.cli;

import dync.cli.progress.ProgressView;
import dync.data.Dataset;
import dync.experiment.Experiment;
import dync.runtime.DynModel;
import dync.train.RunFolder;
import dync.train.TestResult;
import dync.train.Tester;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dync test}. */
@Command(
        name = "test",
        header = "Test what a run has learned on images it has not seen.",
        synopsisHeading = "%nUsage: ",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Example:", "  dync test runs/ventral"})
final class TestCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The folder of the run.")
    private Path folder;

    @Option(names = "--limit", paramLabel = "N", description = "Test on so many images; 0 is all: 0.")
    private int limit;

    @Option(names = "--device", paramLabel = "NAME", description = "'auto', 'cpu', 'cuda' or 'cuda:N': as in training.")
    private Optional<String> device = Optional.empty();

    @Option(names = "--threads", paramLabel = "N", description = "Threads of one operation: as in training.")
    private Optional<Integer> threads = Optional.empty();

    @Mixin
    private ClassPathOption classPath;

    private final Console console;
    private final Runs common;

    TestCommand(Console console) {
        this.console = console;
        this.common = new Runs(console);
    }

    @Override
    public Integer call() {
        RunFolder run = RunFolder.open(folder);
        Experiment experiment = run.experiment().with("data.test_limit", limit);
        if (device.isPresent()) {
            experiment = experiment.with("device", device.get());
        }
        if (threads.isPresent()) {
            experiment = experiment.with("threads", threads.get());
        }
        Dataset images = common.data(experiment.data());
        AtomicBoolean stop = new AtomicBoolean();
        try (DynModel model = common.model(run, classPath.loader());
                ProgressView view = common.view();
                Interrupts watched = Interrupts.watch(() -> stop.set(true))) {
            TestResult result = Tester.test(run, model, images, experiment, view, stop::get);
            view.close();
            tell(result);
            return stop.get() ? ExitCode.INTERRUPTED : ExitCode.OK;
        }
    }

    private void tell(TestResult result) {
        console.out().println(ProgressView.describe(result));
        double[] steps = result.accuracy().perStep();
        for (int step = 0; step < steps.length; step++) {
            if (!Double.isNaN(steps[step])) {
                console.out().printf(Locale.ROOT, "step %2d: %.1f %%%n", step, 100 * steps[step]);
            }
        }
    }
}
