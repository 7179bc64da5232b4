package dync.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.data.synthetic.Shapes;
import dync.experiment.Experiment;
import dync.runtime.BadFile;
import dync.runtime.Tensors;
import dync.runtime.UserError;
import dync.train.policy.RateSweep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small runs under each optimiser, schedule and policy. */
class PolicyTrainingTest {
    @TempDir
    Path runs;

    private static Experiment experiment(String training) {
        return Runs.experiment().with("training", "{" + training + "}").with("training.batch", 20);
    }

    private static Map<String, double[]> values(TinyNet net) {
        Map<String, double[]> values = new TreeMap<>();
        net.weights().forEach((name, weight) -> values.put(name, Tensors.values(weight.tensor())));
        return values;
    }

    private static List<String> checkpoints(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("checkpoint-"))
                    .sorted()
                    .toList();
        }
    }

    /** Stops after so many batches, goes on, and gives the last checkpoint. */
    private Path interrupted(Experiment experiment, int... stops) {
        RunFolder run = Runs.folder(runs.resolve("interrupted"), experiment);
        for (int i = 0; i <= stops.length; i++) {
            int stop = i < stops.length ? stops[i] : Integer.MAX_VALUE;
            try (TinyNet net = new TinyNet()) {
                Runs.Ear ear = new Runs.Ear();
                Trainer trainer = new Trainer(net, Runs.SHAPES, run, ear);
                ear.onBatch = report -> {
                    if (ear.batches.size() == stop) {
                        trainer.requestStop();
                    }
                };
                TrainingOutcome outcome = i == 0 ? trainer.begin() : trainer.resume();
                if (outcome.finished()) {
                    return outcome.checkpoint();
                }
            }
        }
        throw new AssertionError("the run does not end");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            optimizer: {kind: sgd, learning_rate: 0.05, nesterov: true}, schedule: cosine
            optimizer: {kind: adam, amsgrad: true}, schedule: {kind: step, every: 1, factor: 0.5}, clip_values: 0.1
            optimizer: {kind: adamw, learning_rate: 4e-3}, schedule: one_cycle, decay: kernels
            optimizer: rmsprop, warmup: {length: 10, per: update}, schedule: {kind: linear, to: 0.1, per: update}
            optimizer: {kind: adagrad, learning_rate: 0.02}, schedule: {kind: plateau, patience: 0, factor: 0.5}
            optimizer: nadam, schedule: {kind: cyclic, up: 10}, loss: [{kind: cross_entropy, steps: last}]
            optimizer: {kind: radam, learning_rate: 4e-3}, accumulate: 3, scale_rate: {kind: root, images: 20}
            loss: [{kind: cross_entropy, label_smoothing: 0.1}, mean_squared_error], truncate: 2
            groups: [{match: "V2.*", rate: 0.5, weight_decay: 1e-3}, {match: "*.bias", optimizer: {kind: sgd, momentum: 0}}]
            """)
    void aSmallNetLearnsAndGoesOnToTheSameBytes(String training) {
        Experiment experiment = experiment(training).with("training.epochs", 3);
        RunFolder straight = Runs.folder(runs.resolve("straight"), experiment);
        Runs.Ear ear = new Runs.Ear();
        Path checkpoint;
        try (TinyNet net = new TinyNet()) {
            checkpoint = new Trainer(net, Runs.SHAPES, straight, ear).begin().checkpoint();
        }
        assertThat(ear.epochs.get(2).trainLoss())
                .isLessThan(0.97 * ear.epochs.get(0).trainLoss());
        assertThat(interrupted(experiment, 7, 1, 19, 11)).hasSameBinaryContentAs(checkpoint);
    }

    @Test
    void batchesThatAreAccumulatedAreOneLargeBatch() {
        // 140 images: two groups of 60, and one of 20
        Shapes shapes = new Shapes(1, 16, 16, 140, 20, 3);
        String sgd = "optimizer: {kind: sgd, learning_rate: 0.1}, epochs: 1, clip: 0.5";
        try (TinyNet small = new TinyNet(24, 0, 3);
                TinyNet large = new TinyNet(24, 0, 3)) {
            RunFolder run = Runs.folder(runs, experiment(sgd + ", accumulate: 3"));
            new Trainer(small, shapes, run, new Runs.Ear()).begin();
            run = Runs.folder(runs, experiment(sgd).with("training.batch", 60));
            new Trainer(large, shapes, run, new Runs.Ear()).begin();
            Map<String, double[]> wanted = values(large);
            values(small)
                    .forEach((name, got) ->
                            assertThat(got).as(name).containsExactly(wanted.get(name), Offset.offset(2e-6)));
        }
    }

    @Test
    void frozenWeightsStayAndGroupsAndScalingAreTold() {
        Experiment experiment = experiment("freeze: [\"V1.*\"], groups: [{match: \"V2.*\", rate: 0.2}], epochs: 1,"
                + " scale_rate: {kind: linear, images: 10}");
        Runs.Ear ear = new Runs.Ear();
        try (TinyNet net = new TinyNet();
                TinyNet fresh = new TinyNet()) {
            fresh.initialise(experiment.seed());
            new Trainer(net, Runs.SHAPES, Runs.folder(runs, experiment), ear).begin();
            assertThat(values(net).get("V1.conv.weight"))
                    .containsExactly(values(fresh).get("V1.conv.weight"));
            assertThat(values(net).get("V2.conv.weight"))
                    .isNotEqualTo(values(fresh).get("V2.conv.weight"));
        }
        assertThat(ear.notes)
                .containsExactly(
                        "learning rates are scaled by 2 for 20 images an update: 0.002 becomes 0.004",
                        "group V2.*: adam, learning rate 0.0008, weight decay 0, 3 weights of 2617 numbers:"
                                + " V2.tau, V2.conv.weight, V2.conv.bias",
                        "group the rest: adam, learning rate 0.004, weight decay 0, 2 weights of 3850 numbers:"
                                + " classifier.linear.bias, classifier.linear.weight",
                        "frozen: V1.*");
        assertThat(ear.epochs.get(0).learningRate()).isEqualTo(8e-4);
    }

    @Test
    void aRunThatGetsNoBetterEndsAndStaysEnded() {
        Experiment experiment = experiment("epochs: 9, optimizer: {kind: sgd, learning_rate: 1e-9},"
                + " early_stopping: {monitor: validation/accuracy, patience: 2}");
        RunFolder run = Runs.folder(runs, experiment);
        for (boolean again : new boolean[] {false, true}) {
            try (TinyNet net = new TinyNet()) {
                Runs.Ear ear = new Runs.Ear();
                Trainer trainer = new Trainer(net, Runs.SHAPES, run, ear);
                TrainingOutcome outcome = again ? trainer.resume() : trainer.begin();
                assertThat(outcome.finished()).isTrue();
                assertThat(outcome.position()).isEqualTo(new Position(3, 0));
                assertThat(ear.notes)
                        .containsExactly("the run ends after epoch 3:"
                                + " validation/accuracy has not become better for 2 epochs");
            }
        }
    }

    @Test
    void theBestAndEverySecondCheckpointAreKept() throws IOException {
        Experiment experiment = experiment("epochs: 7, keep: {best: 1, monitor: {metric: train/loss, aim: most},"
                + " every: 3}, checkpoint_every: 7");
        Path folder = Runs.train(runs, experiment).checkpoint().getParent();
        assertThat(checkpoints(folder))
                .containsExactly(
                        "checkpoint-001-00000.safetensors",
                        "checkpoint-003-00000.safetensors",
                        "checkpoint-006-00000.safetensors",
                        "checkpoint-006-00014.safetensors",
                        "checkpoint-007-00000.safetensors");
    }

    @Test
    void aCheckpointIsLoadedByWhatItIs() throws IOException {
        // the loss falls: by this aim the first epoch is best
        Experiment experiment = experiment("epochs: 4, keep: {best: 1, monitor: {metric: train/loss, aim: most}}");
        Path folder = Runs.train(runs, experiment).checkpoint().getParent();
        RunFolder run = RunFolder.open(folder);
        List<String> notes = new ArrayList<>();
        try (TinyNet net = new TinyNet()) {
            assertThat(run.load(net, CheckpointChoice.NEWEST, notes::add)).isEqualTo(new Position(4, 0));
            assertThat(run.load(net, CheckpointChoice.parse("best"), notes::add))
                    .isEqualTo(new Position(1, 0));
            assertThat(run.load(net, CheckpointChoice.parse("3"), notes::add)).isEqualTo(new Position(3, 0));
            assertThat(notes).isEmpty();
            assertThatThrownBy(() -> run.load(net, CheckpointChoice.parse("2"), notes::add))
                    .isInstanceOf(BadFile.class)
                    .hasMessageContaining("holds no checkpoint after epoch 2")
                    .satisfies(error -> assertThat(((BadFile) error).help())
                            .contains("it has those after epoch 4, 3, 1; training.keep says which stay"));
            Files.delete(folder.resolve("checkpoint-001-00000.safetensors"));
            assertThat(run.load(net, CheckpointChoice.parse("best"), notes::add))
                    .isEqualTo(new Position(3, 0));
            assertThat(notes)
                    .containsExactly(
                            "the checkpoint after epoch 1 is not there, which is better by train/loss",
                            "the checkpoint after epoch 2 is not there, which is better by train/loss");
        }
    }

    @Test
    void termsOfTheLossAreToldByNameInTrainingAndTesting() {
        Experiment experiment = experiment("epochs: 1, loss: [cross_entropy, {kind: mean_squared_error, weight: 0.5}]");
        EpochReport report = Runs.train(runs, experiment).lastEpoch().orElseThrow();
        assertThat(report.terms()).containsOnlyKeys("cross_entropy", "mean_squared_error");
        assertThat(report.trainLoss())
                .isEqualTo(
                        report.terms().get("cross_entropy")
                                + 0.5 * report.terms().get("mean_squared_error"),
                        Offset.offset(1e-6));
        assertThat(report.figures(2).keySet()).contains("validation/loss_mean_squared_error");
    }

    @Test
    void whatWouldNotGoIsKnownBeforeTheRun() {
        for (String[] wrong : List.of(
                new String[] {"freeze: [\"V3.*\"]", "freeze 'V3.*' names no weight of the model"},
                new String[] {"groups: [{match: V1}]", "the group 'V1' names no weight of the model"},
                new String[] {"schedule: {kind: plateau, monitor: test_los}", "there is no metric 'test_los'"},
                new String[] {
                    "early_stopping: {monitor: validation/loss_activity}",
                    "there is no metric 'validation/loss_activity'"
                },
                new String[] {"keep: {monitor: accuracy}", "there is no metric 'accuracy'"},
                new String[] {
                    "loss: [{kind: cross_entropy, class_weights: {dik: 2}}]",
                    "the loss weighs a class 'dik' that the data set has not"
                })) {
            try (TinyNet net = new TinyNet()) {
                assertThatThrownBy(() -> Readiness.check(net, Runs.SHAPES, experiment(wrong[0])))
                        .isInstanceOf(UserError.class)
                        .hasMessage(wrong[1]);
            }
        }
    }

    @Test
    void aSearchForARateEndsWhenTheLossExplodesAndPutsTheWeightsBack() {
        RateSweep sweep = new RateSweep(1e-5, 100, 60);
        try (TinyNet net = new TinyNet()) {
            net.initialise(3);
            Map<String, double[]> before = values(net);
            RateFinder.run(
                    net,
                    Runs.SHAPES,
                    experiment("optimizer: {kind: sgd, momentum: 0.9}, clip: 0"),
                    sweep,
                    batch -> {},
                    () -> false);
            assertThat(values(net)).usingRecursiveComparison().isEqualTo(before);
            assertThat(net.weights().get("V1.conv.weight").tensor().grad().defined())
                    .isFalse();
        }
        assertThat(sweep.losses()).hasSizeBetween(20, 59);
        assertThat(sweep.suggestion().orElseThrow()).isBetween(1e-4, 1.0);
    }
}
