package dync.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.data.Dataset;
import dync.data.synthetic.Shapes;
import dync.experiment.Experiment;
import dync.runtime.BadFile;
import dync.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
    @TempDir
    Path runs;

    private static List<Path> checkpoints(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("checkpoint-"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void learnsShapesFarAboveChance() {
        Dataset shapes = new Shapes(1, 16, 16, 3000, 500, 0);
        Experiment experiment = Runs.experiment()
                .with("training.epochs", 4)
                .with("training.batch", 32)
                .with("training.optimizer.learning_rate", 4e-3);
        Runs.Ear ear = new Runs.Ear();
        try (TinyNet net = new TinyNet();
                TinyNet fresh = new TinyNet()) {
            RunFolder run = Runs.folder(runs, experiment);
            TrainingOutcome outcome = new Trainer(net, shapes, run, ear).begin();
            assertThat(outcome.finished()).isTrue();
            double trained = outcome.lastEpoch().orElseThrow().test().accuracy().last();
            assertThat(trained).isGreaterThan(0.45);
            TestResult tested = Tester.test(
                    TrainedWeights.of(run, CheckpointChoice.NEWEST), fresh, shapes, experiment, ear, () -> false);
            assertThat(tested.accuracy().last()).isEqualTo(trained);
            assertThat(tested.images()).isEqualTo(500);
        }
        assertThat(ear.epochs).hasSize(4);
        assertThat(ear.epochs.get(3).trainLoss()).isLessThan(ear.epochs.get(0).trainLoss());
        assertThat(ear.batches.get(0).left()).isPositive();
    }

    @Test
    void batchesHoldTheImagesThatARunShowsOrTheRunDoesNotBegin() {
        Experiment fading = Runs.experiment()
                .with("training.epochs", 1)
                .with("presentation.steps", 8)
                .with("presentation.course", "{kind: transition, first: 2, fade: 4}");
        assertThat(Runs.train(runs, fading).finished()).isTrue();

        assertThatThrownBy(() -> Runs.train(runs, fading.with("data.train_limit", 381)))
                .isInstanceOf(UserError.class)
                .hasMessage("a run shows 2 images of its batch, and the last batch of 381 images for training has 1");
        Experiment dropped = fading.with("data.train_limit", 381).with("loading.drop_last", true);
        assertThat(Runs.train(runs, dropped).finished()).isTrue();
        assertThatThrownBy(() -> Runs.train(
                        runs, fading.with("data.validation_limit", 33).with("testing.batch", 32)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("the last batch of 33 images for measuring it has 1");
    }

    @Test
    void aRunThatIsStoppedInTheMiddleAndResumedWritesTheSameBytes() throws IOException {
        Experiment experiment = Runs.experiment().with("training.checkpoint_every", 7);
        Path straight = Runs.train(runs.resolve("straight"), experiment).checkpoint();

        RunFolder run = Runs.folder(runs.resolve("stopped"), experiment);
        try (TinyNet net = new TinyNet()) {
            Runs.Ear ear = new Runs.Ear();
            Trainer trainer = new Trainer(net, Runs.SHAPES, run, ear);
            ear.onBatch = report -> {
                if (report.epoch() == 2 && report.batch() == 5) {
                    trainer.requestStop();
                }
            };
            TrainingOutcome stopped = trainer.begin();
            assertThat(stopped.finished()).isFalse();
            assertThat(stopped.position()).isEqualTo(new Position(1, 5));
        }
        try (TinyNet net = new TinyNet()) {
            TrainingOutcome resumed = new Trainer(net, Runs.SHAPES, run, new Runs.Ear()).resume();
            assertThat(resumed.finished()).isTrue();
            assertThat(resumed.checkpoint()).hasSameBinaryContentAs(straight);
            assertThat(withoutTimes(run.path())).isEqualTo(withoutTimes(straight.getParent()));
        }
    }

    @Test
    void aRunThatDiedBetweenCheckpointsAndIsResumedWritesTheSameBytes() throws IOException {
        Experiment experiment = Runs.experiment().with("training.checkpoint_every", 7);
        Path straight = Runs.train(runs.resolve("straight"), experiment).checkpoint();

        RunFolder run = Runs.folder(runs.resolve("died"), experiment);
        try (TinyNet net = new TinyNet()) {
            Runs.Ear ear = new Runs.Ear();
            ear.onBatch = report -> {
                if (report.epoch() == 2 && report.batch() == 17) {
                    throw new IllegalStateException("died");
                }
            };
            assertThatThrownBy(() -> new Trainer(net, Runs.SHAPES, run, ear).begin())
                    .hasMessage("died");
        }
        assertThat(run.position()).isEqualTo(new Position(1, 14));
        try (TinyNet net = new TinyNet()) {
            assertThat(new Trainer(net, Runs.SHAPES, run, new Runs.Ear())
                            .resume()
                            .checkpoint())
                    .hasSameBinaryContentAs(straight);
        }
        assertThat(withoutTimes(run.path())).isEqualTo(withoutTimes(straight.getParent()));
    }

    private static List<String> withoutTimes(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("metrics.csv"));
        List<String> columns = List.of(lines.get(0).split(","));
        List<String> clock = List.of("train/seconds", "train/images_per_second", "train/data_wait", "train/memory");
        assertThat(columns).containsAll(clock);
        return lines.stream()
                .map(line -> {
                    String[] values = line.split(",", -1);
                    return IntStream.range(0, values.length)
                            .filter(i -> !clock.contains(columns.get(i)))
                            .mapToObj(i -> values[i])
                            .collect(Collectors.joining(","));
                })
                .toList();
    }

    @Test
    void aStopDuringTheTestIsMadeUpForOnResuming() throws IOException {
        Experiment experiment = Runs.experiment().with("training.epochs", 1);
        Path straight = Runs.train(runs.resolve("straight"), experiment).checkpoint();
        RunFolder run = Runs.folder(runs, experiment);
        try (TinyNet net = new TinyNet()) {
            Runs.Ear ear = new Runs.Ear();
            Trainer trainer = new Trainer(net, Runs.SHAPES, run, ear);
            ear.onBatch = report -> {
                if (report.batch() == 20) {
                    trainer.requestStop();
                }
            };
            assertThat(trainer.begin().position()).isEqualTo(new Position(0, 20));
        }
        try (TinyNet net = new TinyNet()) {
            assertThat(new Trainer(net, Runs.SHAPES, run, new Runs.Ear())
                            .resume()
                            .checkpoint())
                    .hasSameBinaryContentAs(straight);
        }
    }

    @Test
    void aDamagedCheckpointIsLeftForTheOneBeforeIt() throws IOException {
        Experiment experiment = Runs.experiment();
        Path newest = Runs.train(runs, experiment).checkpoint();
        byte[] good = Files.readAllBytes(newest);
        assertThat(checkpoints(newest.getParent())).hasSize(2);
        RunFolder run = RunFolder.open(newest.getParent());

        byte[] flipped = good.clone();
        flipped[flipped.length - 100] ^= 4;
        for (byte[] bad : List.of(java.util.Arrays.copyOf(good, good.length - 1), flipped, new byte[0])) {
            Files.write(newest, bad);
            Runs.Ear ear = new Runs.Ear();
            try (TinyNet net = new TinyNet()) {
                TrainingOutcome outcome = new Trainer(net, Runs.SHAPES, run, ear).resume();
                assertThat(ear.notes)
                        .singleElement()
                        .asString()
                        .contains(newest.getFileName().toString(), "trying the checkpoint before it");
                assertThat(outcome.checkpoint()).hasBinaryContent(good);
            }
        }
    }

    @Test
    void whenAllCheckpointsAreDamagedEachIsNamed() throws IOException {
        Path newest = Runs.train(runs, Runs.experiment()).checkpoint();
        for (Path checkpoint : checkpoints(newest.getParent())) {
            Files.write(checkpoint, new byte[] {1, 2, 3});
        }
        try (TinyNet net = new TinyNet()) {
            Trainer trainer = new Trainer(net, Runs.SHAPES, RunFolder.open(newest.getParent()), new Runs.Ear());
            assertThatThrownBy(trainer::resume)
                    .isInstanceOf(BadFile.class)
                    .hasMessageContainingAll("no checkpoint that can be read", "checkpoint-001-", "checkpoint-002-");
        }
    }

    @Test
    void aCheckpointOfAnotherModelSaysWhatDiffersAndChangesNothing() {
        Path folder = Runs.train(runs, Runs.experiment()).checkpoint().getParent();
        try (TinyNet net = new TinyNet(16, 0, 3)) {
            net.initialise(1);
            double before = net.weights().get("V1.conv.weight").tensor().sum().item_float();
            Trainer trainer = new Trainer(net, Runs.SHAPES, RunFolder.open(folder), new Runs.Ear());
            assertThatThrownBy(trainer::resume)
                    .isInstanceOf(BadFile.class)
                    .hasMessageContainingAll(
                            "does not fit TinyNet",
                            "'V2.conv.weight' has shape [24, 12, 3, 3], the model's is [16, 12, 3, 3]");
            assertThat(net.weights().get("V1.conv.weight").tensor().sum().item_float())
                    .isEqualTo((float) before);
        }
    }

    @Test
    void imagesInAnotherOrderCannotGoOnButMoreEpochsCan() {
        Experiment experiment = Runs.experiment().with("training.epochs", 1);
        RunFolder run = RunFolder.open(Runs.train(runs, experiment).checkpoint().getParent());
        run.update(reader -> reader.set("training.batch", "10", "test").set("training.epochs", "2", "test"));
        try (TinyNet net = new TinyNet()) {
            assertThatThrownBy(() -> new Trainer(net, Runs.SHAPES, run, new Runs.Ear()).resume())
                    .isInstanceOf(BadFile.class)
                    .hasMessageContaining("begun with seed 11, batch 20, limit 0, not seed 11, batch 10, limit 0");
        }
        run.update(reader -> reader.set("training.batch", "20", "test"));
        try (TinyNet net = new TinyNet()) {
            TrainingOutcome longer = new Trainer(net, Runs.SHAPES, run, new Runs.Ear()).resume();
            assertThat(longer.position()).isEqualTo(new Position(2, 0));
        }
    }

    @Test
    void anotherOptimizerCannotGoOn() {
        Experiment experiment = Runs.experiment();
        RunFolder run = RunFolder.open(Runs.train(runs, experiment).checkpoint().getParent());
        run.update(reader -> reader.set("training.epochs", "3", "test").set("training.optimizer", "sgd", "test"));
        try (TinyNet net = new TinyNet()) {
            assertThatThrownBy(() -> new Trainer(net, Runs.SHAPES, run, new Runs.Ear()).resume())
                    .isInstanceOf(BadFile.class)
                    .hasMessageContaining("does not fit this training");
        }
    }

    @Test
    void aLossThatLeavesTheFiniteStopsTrainingAndKeepsTheCheckpoint() {
        Experiment experiment = Runs.experiment()
                .with("training.optimizer", "{kind: sgd, learning_rate: 1e30}")
                .with("training.clip", 0);
        RunFolder run = Runs.folder(runs, experiment);
        try (TinyNet net = new TinyNet()) {
            assertThatThrownBy(() -> new Trainer(net, Runs.SHAPES, run, new Runs.Ear()).begin())
                    .isInstanceOf(TrainingFailed.class)
                    .hasMessageMatching("the loss is .* in epoch 1, batch [2-9]: (area|readout|weight) .*");
        }
        assertThat(run.position()).isEqualTo(Position.START);
    }

    @Test
    void aModelThatDoesNotFitTheDataSaysBothSides() {
        RunFolder run = Runs.folder(runs, Runs.experiment());
        try (TinyNet net = new TinyNet()) {
            assertThatThrownBy(() -> new Trainer(net, Shapes.standard(), run, new Runs.Ear()))
                    .isInstanceOf(UserError.class)
                    .hasMessage("TinyNet takes images of 1×16×16, those of shapes are 3×32×32");
        }
    }

    @Test
    void aPresentationWithoutAnyLabelIsRefused() {
        RunFolder run = Runs.folder(
                runs,
                Runs.experiment()
                        .with(
                                "presentation",
                                "{course: {kind: pattern, entries: 1, shuffle: false}, reaction_time: 100 ms}"));
        try (TinyNet net = new TinyNet()) {
            assertThatThrownBy(() -> new Trainer(net, Runs.SHAPES, run, new Runs.Ear()))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("no step has a label");
        }
    }

    @Test
    void aShuffledPresentationIsResumedBitForBitToo() {
        Experiment experiment = Runs.experiment()
                .with("training.epochs", 1)
                .with("data.train_limit", 120)
                .with(
                        "presentation",
                        "{steps: 4, course: {kind: pattern, entries: 1011, shuffle: true}, reaction_time: 2 ms}");
        Path straight = Runs.train(runs.resolve("straight"), experiment).checkpoint();
        RunFolder run = Runs.folder(runs, experiment);
        try (TinyNet net = new TinyNet()) {
            Runs.Ear ear = new Runs.Ear();
            Trainer trainer = new Trainer(net, Runs.SHAPES, run, ear);
            ear.onBatch = report -> trainer.requestStop();
            trainer.begin();
            assertThat(ear.batches).singleElement().satisfies(one -> assertThat(one.batches())
                    .isEqualTo(6));
        }
        try (TinyNet net = new TinyNet()) {
            assertThat(new Trainer(net, Runs.SHAPES, run, new Runs.Ear())
                            .resume()
                            .checkpoint())
                    .hasSameBinaryContentAs(straight);
        }
    }

    @Test
    void twoTrainersCannotShareAFolder() {
        RunFolder run = Runs.folder(runs, Runs.experiment());
        try (TinyNet net = new TinyNet();
                TinyNet second = new TinyNet()) {
            Runs.Ear ear = new Runs.Ear();
            ear.onBatch = report -> new Trainer(second, Runs.SHAPES, run, new Runs.Ear()).resume();
            assertThatThrownBy(() -> new Trainer(net, Runs.SHAPES, run, ear).begin())
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("another process trains in");
        }
    }
}
