package dync.train;

import static org.assertj.core.api.Assertions.assertThat;

import dync.experiment.Experiment;
import java.nio.file.Path;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand batches with all that belongs to them: loader, loss, clipping, optimiser, tests, checkpoints. Runs where
 * the garbage collector frees no native memory (pom.xml).
 */
@Tag("memory")
class TrainingMemoryTest {
    private static final int WARM = 300;
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    Path runs;

    private long batches;
    private long before;
    private long after;

    @Test
    void training_leaves_memory_flat() {
        Experiment experiment = Runs.experiment()
                .with("training.epochs", 13)
                .with("training.batch", 4)
                .with("training.checkpoint_every", 40)
                .with("data.validation_limit", 40);
        TrainingListener ear = new TrainingListener() {
            @Override
            public void batch(BatchReport report) {
                batches++;
                if (batches == WARM) {
                    before = processBytes();
                }
                if (batches == WARM + 1000) {
                    after = processBytes();
                }
            }
        };
        try (TinyNet net = new TinyNet()) {
            new Trainer(net, Runs.SHAPES, Runs.folder(runs, experiment), ear).begin();
        }
        assertThat(batches).isEqualTo(WARM + 1000);
        assertThat(after - before)
                .as("growth of the process in bytes over 1000 batches")
                .isLessThan(8 * MEGABYTE);
    }

    /** With the Java heap shrunk to what is in use, so that garbage does not pass for a leak. */
    private static long processBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Pointer.physicalBytes();
    }
}
