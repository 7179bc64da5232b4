package dync.cli;

import dync.cli.progress.ProgressView;
import dync.data.Dataset;
import dync.experiment.Experiment;
import dync.runtime.DynModel;
import dync.runtime.UserError;
import dync.train.RunFolder;
import dync.train.TestResult;
import dync.train.Tester;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  dync test runs/ventral                               as it was shown in training",
            "  dync test runs/ventral --checkpoint best             after its best epoch",
            "  dync test runs/ventral --protocol duration           by how long an image is shown",
            "  dync test runs/ventral --protocol contrast --record V1,IT --reduce channels --limit 200",
            "  dync test runs/ventral --protocol response --vary set.feedforward_only=true,false",
            "",
            "Ctrl-C ends a test after the current batch; what was shown so far is in its folder."
        })
final class TestCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "RUN", description = "The folder of the run.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "Test on so many images; 0 is all: 0.")
    private int limit;

    @Option(names = "--device", paramLabel = "NAME", description = "'auto', 'cpu', 'cuda' or 'cuda:N': as in training.")
    private Optional<String> device = Optional.empty();

    @Option(names = "--threads", paramLabel = "N", description = "Threads of one operation: as in training.")
    private Optional<Integer> threads = Optional.empty();

    @Mixin
    private WeightsOptions weights;

    @Mixin
    private ProtocolOptions protocol;

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
        ProtocolRunner runner = new ProtocolRunner(console, common, protocol, weights, classPath.loader());
        if (protocol.list()) {
            runner.list(folder);
            return ExitCode.OK;
        }
        Path run = folder.orElseThrow(() -> new UserError(
                "there is nothing to test", "give the folder of a run, for example dync test runs/ventral"));
        if (protocol.name().isPresent()) {
            return runner.run(run, protocol.name().get(), direct());
        }
        protocol.requireNone();
        return asInTraining(RunFolder.openBegun(run));
    }

    private Map<String, String> direct() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("data.test_limit", Integer.toString(limit));
        device.ifPresent(name -> settings.put("device", name));
        threads.ifPresent(count -> settings.put("threads", count.toString()));
        return settings;
    }

    private int asInTraining(RunFolder run) {
        Experiment experiment = run.experiment();
        for (Map.Entry<String, String> one : direct().entrySet()) {
            experiment = experiment.with(one.getKey(), one.getValue());
        }
        Dataset images = common.data(experiment.data());
        AtomicBoolean stop = new AtomicBoolean();
        try (DynModel model = common.model(run, classPath.loader());
                ProgressView view = common.view();
                Interrupts watched = Interrupts.watch(() -> stop.set(true))) {
            TestResult result = Tester.test(weights.of(run), model, images, experiment, view, stop::get);
            view.close();
            tell(result);
            return stop.get() ? ExitCode.INTERRUPTED : ExitCode.OK;
        }
    }

    private void tell(TestResult result) {
        console.out().println("test " + ProgressView.describe(result));
        double[] steps = result.accuracy().perStep();
        for (int step = 0; step < steps.length; step++) {
            if (!Double.isNaN(steps[step])) {
                console.out().printf(Locale.ROOT, "step %2d: %.1f %%%n", step, 100 * steps[step]);
            }
        }
    }
}
