package dync.train;

import dync.data.Dataset;
import dync.data.synthetic.Shapes;
import dync.experiment.Experiment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Small runs for tests. */
final class Runs {
    static final Dataset SHAPES = new Shapes(1, 16, 16, 400, 100, 3);

    private Runs() {}

    static Experiment experiment() {
        return Experiment.standard()
                .with("training.epochs", 2)
                .with("training.batch", 20)
                .with("device", "cpu")
                .with("threads", 1)
                .with("training.checkpoint_every", 0)
                .with("seed", 11);
    }

    static RunFolder folder(Path runs, Experiment experiment) {
        return RunFolder.create(runs, "tiny", experiment);
    }

    static TrainingOutcome train(Path runs, Experiment experiment) {
        try (TinyNet net = new TinyNet()) {
            return new Trainer(net, SHAPES, folder(runs, experiment), new TrainingListener() {}).begin();
        }
    }

    /** Remembers what it hears, and lets a test act on every batch. */
    static class Ear implements TrainingListener {
        final List<String> notes = new ArrayList<>();
        final List<BatchReport> batches = new ArrayList<>();
        final List<EpochReport> epochs = new ArrayList<>();
        Consumer<BatchReport> onBatch = report -> {};

        @Override
        public void batch(BatchReport report) {
            batches.add(report);
            onBatch.accept(report);
        }

        @Override
        public void epoch(EpochReport report) {
            epochs.add(report);
        }

        @Override
        public void note(String line) {
            notes.add(line);
        }
    }
}
