package dync.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.response.Resolution;
import dync.runtime.device.Threads;
import dync.runtime.weights.Precision;
import dync.runtime.weights.Weight;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Native and Java memory over a thousand batches. The garbage collector frees no native memory in the run of this class
 * (pom.xml), so whatever is not let go at once stays, and shows.
 */
@Tag("memory")
class MemoryTest {
    private static final int BATCHES = 1000;
    private static final long MEGABYTE = 1 << 20;

    private final Small model = new Small(2, 2, 3);
    private Tensor frames;

    @BeforeEach
    void open() {
        Threads.use(1);
        model.initialise(1);
        frames = Tensors.waves(ScalarType.Float, 8, 5, 2, Small.SIZE, Small.SIZE);
    }

    @AfterEach
    void close() {
        model.close();
        frames.close();
    }

    @Test
    void training_leaves_memory_flat() {
        assertFlat(this::trainingStep);
    }

    @Test
    void training_with_products_in_bfloat16_leaves_memory_flat() {
        model.products(Precision.BF16);
        assertFlat(this::trainingStep);
    }

    @Test
    void recording_a_part_of_each_step_leaves_memory_flat() {
        assertFlat(() -> {
            try (PointerScope batch = new PointerScope();
                    NoGrad off = NoGrad.begin();
                    Responses responses =
                            model.forward(Stimulus.of(frames), Recording.all().reduced(new Resolution.Mean()))) {
                assertThat(responses.response("A").shape()).containsExactly(8, 5, 2);
            }
        });
    }

    @Test
    void inference_leaves_memory_flat() {
        assertFlat(() -> {
            try (PointerScope batch = new PointerScope();
                    NoGrad off = NoGrad.begin();
                    Responses responses = model.forward(Stimulus.of(frames), Recording.all())) {
                assertThat(responses.response("A").size(1)).isEqualTo(5);
            }
        });
    }

    @Test
    void a_run_that_fails_in_a_step_leaves_memory_flat() {
        DynModel failing =
                new DynModel(ModelInfo.named("Failing")
                        .clock(1, 5, 0, 0)
                        .input("input", 2, 6, 6)
                        .area("A", 0, 2, 6, 6)
                        .readout("out", 0, 3)
                        .build()) {
                    @Override
                    protected void run(TimeLoop loop) {
                        History history = loop.history(3, 2, 6, 6);
                        while (loop.next()) {
                            Tensor kept = Ops.add(loop.input("input"), history.ago(1));
                            history.commit(kept);
                            loop.record("A", kept);
                            loop.answer("out", kept);
                            if (loop.t() == 3) {
                                throw new IllegalArgumentException("in step 3");
                            }
                        }
                    }
                };
        assertFlat(() -> assertThatThrownBy(() -> failing.forward(Stimulus.of(frames), Recording.all()))
                .hasMessage("in step 3"));
    }

    private void trainingStep() {
        try (PointerScope batch = new PointerScope();
                Responses responses =
                        model.forward(Stimulus.of(frames), Recording.areas("A").withGradient())) {
            Tensor loss = Ops.add(
                    responses.answer("classifier").square().mean(),
                    responses.response("A").mean());
            loss.backward();
            try (NoGrad off = NoGrad.begin()) {
                for (Weight weight : model.weights().values()) {
                    if (weight.trainable()) {
                        weight.tensor().sub_(weight.tensor().grad(), new Scalar(0.01));
                        weight.tensor().mutable_grad().reset();
                    }
                }
            }
            model.constrain();
        }
    }

    /**
     * Lets some batches run to warm up, and then all. The process may still grow by some pages of the allocator and of
     * compiled code; one tensor of a run that is not let go comes to at least nine megabytes.
     */
    private static void assertFlat(Runnable batch) {
        repeat(BATCHES / 5, batch);
        long java = usedJava();
        long nativeBefore = Pointer.physicalBytes();
        repeat(BATCHES, batch);
        long grownJava = usedJava() - java;
        long grown = Pointer.physicalBytes() - nativeBefore;
        assertThat(grown).as("growth of the process in bytes").isLessThan(8 * MEGABYTE);
        assertThat(grownJava).as("growth of the Java heap in bytes").isLessThan(MEGABYTE);
    }

    private static void repeat(int times, Runnable batch) {
        for (int i = 0; i < times; i++) {
            batch.run();
        }
    }

    private static long usedJava() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
