package dync.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.data.Seeds;
import dync.data.Split;
import dync.data.load.Batch;
import dync.data.load.Loader;
import dync.data.load.LoaderSettings;
import dync.data.load.Pass;
import dync.runtime.DynModel;
import dync.runtime.ModelInfo;
import dync.runtime.Ops;
import dync.runtime.Tensors;
import dync.runtime.TimeLoop;
import dync.runtime.UserError;
import dync.runtime.weights.Init;
import dync.stimulus.Place;
import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.junit.jupiter.api.Test;

class TrialsTest {
    /** Answers from a step on, counted from the first idle one. */
    private static final class Late extends DynModel {
        private final int answersFrom;
        private final Tensor weight = weight("linear.weight", Init.normal(1), 10, 256);

        Late(int steps, int idle, int stated, int answersFrom) {
            super(ModelInfo.named("Late")
                    .clock(2, steps, idle, 0)
                    .input("input", 1, 16, 16)
                    .readout("out", stated, 10)
                    .build());
            this.answersFrom = answersFrom;
            initialise(1);
        }

        @Override
        protected void run(TimeLoop loop) {
            for (int step = 0; loop.next(); step++) {
                Tensor input = loop.input("input");
                loop.answer("out", step < answersFrom ? null : Ops.linear(Ops.flatten(input), weight, null, null));
            }
        }
    }

    private static double[] labels(DynModel model) {
        double[][] labels = new double[1][];
        try (PointerScope scope = new PointerScope();
                Pass pass = new Loader(Runs.SHAPES, Split.TEST, LoaderSettings.inOrder(2)).pass(0, 0)) {
            Batch batch = pass.next();
            Trials trials = new Trials(model, Runs.SHAPES, Runs.experiment(), new Device(DeviceType.CPU));
            trials.run(batch, Seeds.random(1), Place.BEGINNING, judged -> {
                assertThat(judged.answers().size(1))
                        .isEqualTo(trials.steps())
                        .isEqualTo(judged.labels().size(1));
                labels[0] = Tensors.values(judged.labels());
            });
        } finally {
            model.close();
        }
        int steps = labels[0].length / 2;
        assertThat(Arrays.stream(labels[0], steps, 2 * steps).map(label -> label < 0 ? label : label - 1))
                .as("the second image is of the next class")
                .containsExactly(Arrays.stream(labels[0], 0, steps).boxed().toArray(Double[]::new));
        return Arrays.copyOf(labels[0], steps);
    }

    @Test
    void aRunIsProlongedByTheLatencyAndTheQuestionsPostponed() {
        assertThat(labels(new Late(3, 0, 2, 2))).containsExactly(-1, -1, 0, 0, 0);
    }

    @Test
    void idleStepsTakeOffFromTheLatency() {
        assertThat(labels(new Late(3, 1, 2, 2))).containsExactly(-1, 0, 0, 0);
        assertThat(labels(new Late(3, 4, 2, 2))).containsExactly(0, 0, 0);
    }

    @Test
    void whatIsAbsentAtRunTimeDoesNotCount() {
        assertThat(labels(new Late(4, 0, ModelInfo.AT_RUN_TIME, 2))).containsExactly(-1, -1, 0, 0);
    }

    @Test
    void memoryThatRunsOutIsExplainedAndOtherErrorsAreNot() {
        assertThatThrownBy(() -> OutOfMemory.explained(32, () -> {
                    throw new RuntimeException("CUDA out of memory. Tried to allocate 20.00 GiB");
                }))
                .isInstanceOf(UserError.class)
                .hasMessage("the memory does not suffice for a batch of 32");
        IllegalStateException other = new IllegalStateException("other");
        assertThatThrownBy(() -> OutOfMemory.explained(32, () -> {
                    throw other;
                }))
                .isSameAs(other);
    }
}
