package dync.train;

import static org.assertj.core.api.Assertions.assertThat;

import dync.experiment.Experiment;
import dync.runtime.DynModel;
import dync.runtime.ModelInfo;
import dync.runtime.Ops;
import dync.runtime.TimeLoop;
import dync.runtime.weights.Init;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training follows the gradient of what penalties add to the loss, and tells how much that was. */
class PenaltyTrainingTest {
    @TempDir
    Path runs;

    /** One area whose activity costs something. */
    private static final class Costly extends DynModel {
        private final Tensor filters = weight("V1.conv.weight", Init.kaiming(), 4, 1, 3, 3);
        private final Tensor bias = weight("V1.conv.bias", Init.constant(0.2), 4);
        private final Tensor readout = weight("classifier.linear.weight", Init.normal(0.05), 10, 4 * 256L);
        private final Tensor readoutBias = weight("classifier.linear.bias", Init.zeros(), 10);

        Costly(double cost) {
            super(ModelInfo.named("Costly")
                    .clock(2, 2, 0, 0)
                    .input("input", 1, 16, 16)
                    .area("V1", 0, 4, 16, 16)
                    .probe("V1.penalty", 0, 1)
                    .penalty("V1.penalty", cost)
                    .readout("classifier", 0, 10)
                    .build());
        }

        @Override
        protected void run(TimeLoop loop) {
            while (loop.next()) {
                Tensor v1 = Ops.relu(Ops.conv(loop.input("input"), filters, bias, null, 1, 1, 1));
                loop.record("V1", v1);
                loop.record("V1.penalty", Ops.norm(v1, 1.0));
                loop.answer("classifier", Ops.linear(Ops.flatten(v1), readout, readoutBias, null));
            }
        }
    }

    @Test
    void a_costly_activity_is_avoided() throws IOException {
        double cheap = mean("cheap", 1e-6) / 1e-6;
        double dear = mean("dear", 20) / 20;
        assertThat(dear).isPositive().isLessThan(0.95 * cheap);
    }

    /** The penalty of the last epoch, which is in the metrics as well. */
    private double mean(String name, double cost) throws IOException {
        Experiment experiment =
                Runs.experiment().with("training.epochs", 2).with("training.optimizer.learning_rate", 4e-3);
        RunFolder run = Runs.folder(runs.resolve(name), experiment);
        try (DynModel net = new Costly(cost)) {
            double penalty = new Trainer(net, Runs.SHAPES, run, new Runs.Ear())
                    .begin()
                    .lastEpoch()
                    .orElseThrow()
                    .penalty();
            assertThat(Files.readAllLines(run.path().resolve("metrics.csv")).get(2))
                    .contains(String.format(java.util.Locale.ROOT, ",%.7g", penalty));
            return penalty;
        }
    }
}
