package dync.examples;

import dync.Dyn;
import dync.data.ImageSet;
import dync.data.ImageSize;
import dync.data.Images;
import dync.data.Picture;
import dync.data.Split;
import dync.data.synthetic.Grating;
import dync.experiment.Experiment;
import dync.runtime.DynModel;
import dync.runtime.UserError;
import dync.train.EpochReport;
import dync.train.RunFolder;
import dync.train.Trainer;
import dync.train.TrainingListener;
import dync.train.TrainingOutcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trains on stimuli that the program makes itself; the program of docs/java.md. The argument is the .dyn file. */
final class TrainingFromJava {
    private TrainingFromJava() {}

    /** Gratings that stand upright or lie, at contrasts from weak to strong. */
    record Tilted(int size) implements Images {
        @Override
        public int label(int index) {
            return index % 2;
        }

        @Override
        public void read(int index, Picture into) {
            Grating.of(label(index) == 0 ? 90 : 0, 3)
                    .contrast(0.2 + 0.8 * index / size)
                    .phase(37 * index)
                    .draw(1, 16, 16, into);
        }
    }

    static final ImageSet GRATINGS = ImageSet.of(
            "tilted",
            1,
            () -> Optional.of(new ImageSize(1, 16, 16)),
            List.of("upright", "lying"),
            Map.of(Split.TRAIN, new Tilted(64), Split.VALIDATION, new Tilted(16), Split.TEST, new Tilted(16)));

    static TrainingOutcome train(DynModel model, Path runs) {
        Experiment experiment = Experiment.parse("""
                presentation: {steps: 12, reaction_time: 10 ms}
                training:
                  epochs: 20
                  batch: 8
                  optimizer: {kind: adam, learning_rate: 5e-3}
                  early_stopping: {monitor: validation/loss, patience: 5}
                """);
        RunFolder run = RunFolder.create(runs, "tilted", experiment);
        Trainer[] trainer = new Trainer[1];
        trainer[0] = new Trainer(model, GRATINGS, run, new TrainingListener() {
            @Override
            public void epoch(EpochReport report) {
                System.out.printf(
                        "%d: %.2f%n", report.epoch(), report.test().accuracy().overall());
                if (report.test().accuracy().overall() == 1) {
                    trainer[0].requestStop();
                }
            }
        });
        return trainer[0].begin();
    }

    public static void main(String[] args) {
        try (DynModel model = Dyn.compile(Path.of(args[0]))
                .set("channels", "1")
                .set("height", "16")
                .set("width", "16")
                .set("n_classes", "2")
                .load()) {
            train(model, Path.of("runs"));
        } catch (UserError wrong) {
            System.err.println(wrong.getMessage());
        }
    }
}
