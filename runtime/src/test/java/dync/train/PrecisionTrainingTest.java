package dync.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.experiment.Experiment;
import dync.runtime.DynModel;
import dync.runtime.History;
import dync.runtime.ModelInfo;
import dync.runtime.Ops;
import dync.runtime.TimeLoop;
import dync.runtime.UserError;
import dync.runtime.device.Determinism;
import dync.runtime.weights.Init;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecisionTrainingTest {
    @TempDir
    Path runs;

    private final Experiment experiment =
            Runs.experiment().with("data.train_limit", 100).with("training.epochs", 1);

    @AfterEach
    void letGo() {
        Determinism.require(false);
    }

    @Test
    void the_same_seed_gives_the_same_bits_twice_in_bfloat16_and_others_than_in_single_precision() throws IOException {
        byte[] once = weights("once", experiment.with("precision", "bf16").with("deterministic", true));
        byte[] twice = weights("twice", experiment.with("precision", "bf16").with("deterministic", true));
        byte[] single = weights("single", experiment);

        assertThat(Arrays.equals(once, twice)).isTrue();
        assertThat(Arrays.equals(once, single)).isFalse();
    }

    @Test
    void deterministic_algorithms_and_the_memory_check_change_no_bit_on_a_cpu() throws IOException {
        byte[] plain = weights("plain", experiment.with("memory_check", false));

        assertThat(Arrays.equals(plain, weights("checked", experiment.with("memory_check", true))))
                .isTrue();
        assertThat(Arrays.equals(plain, weights("deterministic", experiment.with("deterministic", true))))
                .isTrue();
        assertThat(Determinism.isRequired()).isTrue();
    }

    @Test
    void half_precision_is_refused_before_anything_runs() {
        try (TinyNet net = new TinyNet()) {
            RunFolder run = Runs.folder(runs, experiment.with("precision", "fp16"));
            assertThatThrownBy(() -> new Trainer(net, Runs.SHAPES, run, new Runs.Ear()))
                    .isInstanceOf(UserError.class)
                    .hasMessageStartingWith("precision fp16 needs a GPU");
        }
    }

    @Test
    void a_model_that_diverges_names_the_area_and_the_step() {
        try (Diverging net = new Diverging()) {
            RunFolder run = Runs.folder(runs, experiment);
            assertThatThrownBy(() -> new Trainer(net, Runs.SHAPES, run, new Runs.Ear()).begin())
                    .isInstanceOf(TrainingFailed.class)
                    .hasMessageMatching("the loss is (NaN|Infinity) in epoch 1, batch 1: area V2 is the first with a"
                            + " value that is not finite, at step 3 \\(6 ms\\), .* of its values;"
                            + " its largest weight is 1.00e\\+12 \\(V2.gain\\)")
                    .satisfies(error -> assertThat(((UserError) error).help().orElseThrow())
                            .startsWith("lower the learning rate (now "));
        }
    }

    private byte[] weights(String name, Experiment experiment) throws IOException {
        return Files.readAllBytes(Runs.train(runs.resolve(name), experiment).checkpoint());
    }

    /** V1 sees the input; V2 grows by its gain from step to step. */
    private static final class Diverging extends DynModel {
        private final Tensor first = weight("V1.gain", Init.ones(), 1);
        private final Tensor second = weight("V2.gain", Init.constant(1e12), 1);
        private final Tensor readout = weight("classifier.linear.weight", Init.normal(0.05), 10, 256);

        Diverging() {
            super(ModelInfo.named("Diverging")
                    .clock(2, 6, 0, 0)
                    .input("input", 1, 16, 16)
                    .area("V1", 0, 1, 16, 16)
                    .area("V2", 0, 1, 16, 16)
                    .readout("classifier", 0, 10)
                    .build());
        }

        @Override
        protected void run(TimeLoop loop) {
            History state = loop.history(1);
            while (loop.next()) {
                Tensor v1 = Ops.mul(loop.input("input"), first);
                Tensor before = state.ago(1);
                Tensor v2 = Ops.mul(before == null ? v1 : before, second);
                state.commit(v2);
                loop.record("V1", v1);
                loop.record("V2", v2);
                loop.answer("classifier", Ops.linear(Ops.flatten(v2), readout, null, null));
            }
        }
    }
}
