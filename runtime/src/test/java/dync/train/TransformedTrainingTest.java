package dync.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.data.Dataset;
import dync.data.synthetic.Shapes;
import dync.experiment.Experiment;
import dync.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransformedTrainingTest {
    @TempDir
    Path runs;

    private static Experiment augmented() {
        return Runs.experiment().with("training.epochs", 1).with("transforms.train", "[base, {kind: erase}]");
    }

    private Path train(String name, Experiment experiment) {
        return Runs.train(runs.resolve(name), experiment).checkpoint();
    }

    @Test
    void augmentationRepeatsToTheLastBitWhateverTheThreads() throws IOException {
        Path one = train("one", augmented().with("loading", "{workers: 1, prefetch: 1}"));
        Path three = train("three", augmented().with("loading", "{workers: 3, prefetch: 4}"));
        assertThat(three).hasSameBinaryContentAs(one);
        Path plain = train("plain", Runs.experiment().with("training.epochs", 1));
        assertThat(Files.mismatch(one, plain)).isNotNegative();
    }

    @Test
    void theModelSeesTheSizeBehindTheTransforms() {
        Dataset large = new Shapes(3, 24, 20, 40, 20, 0);
        String both = "[{kind: resize, size: 16, width: 16}, greyscale]";
        Experiment fitting = Runs.experiment()
                .with("training.epochs", 1)
                .with("transforms.normalisation", "none")
                .with("transforms.train", both)
                .with("transforms.test", both);
        try (TinyNet net = new TinyNet()) {
            RunFolder run = Runs.folder(runs, fitting);
            assertThat(new Trainer(net, large, run, new Runs.Ear()).begin().finished())
                    .isTrue();
        }
        Experiment uneven = fitting.with("transforms.test", "[{kind: center_crop, size: 16}]");
        try (TinyNet net = new TinyNet()) {
            assertThatThrownBy(() -> new Trainer(net, large, Runs.folder(runs, uneven), new Runs.Ear()))
                    .isInstanceOf(UserError.class)
                    .hasMessage("the model would be trained on images of 1×16×16 and tested on images of 3×16×16");
        }
    }
}
