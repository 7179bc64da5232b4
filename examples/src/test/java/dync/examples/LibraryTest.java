package dync.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dync.parity.Numbers;
import dync.runtime.DynModel;
import dync.runtime.NoGrad;
import dync.runtime.Recording;
import dync.runtime.Responses;
import dync.runtime.Stimulus;
import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;

/** What the papers say of the standard library's connections and dynamics. */
class LibraryTest {
    private static final int SETTLED = 400;
    private static final int STEPS = 800;

    @Test
    void wilson_and_cowans_pair_oscillates_in_a_middle_range_of_drives_and_settles_outside() {
        assertThat(swing(0.2)).as("a weak drive").isLessThan(1e-6);
        assertThat(swing(1.25)).as("the drive of their limit cycle").isGreaterThan(0.1);
        assertThat(swing(5)).as("a strong drive").isLessThan(1e-6);
    }

    /** The range of the excitatory rate once 200 ms are over. */
    private static double swing(double drive) {
        double[] rate = answers("Pair", torch.full(new long[] {1, STEPS, 1, 1, 1}, scalar(drive), doubles()));
        double[] settled = Arrays.copyOfRange(rate, SETTLED, STEPS);
        return Arrays.stream(settled).max().orElseThrow()
                - Arrays.stream(settled).min().orElseThrow();
    }

    @Test
    void a_surround_takes_away_the_mean_of_its_window_and_never_excites() {
        double[] answers = answers("Surround", Models.waves(1, 2, 2, 5, 5));
        double[] shown = Numbers.of(Models.waves(1, 2, 2, 5, 5));
        for (int at = 0; at < 50; at++) {
            double sum = 0;
            for (int k = 0; k < 9; k++) {
                int row = at / 5 % 5 + k / 3 - 1;
                int column = at % 5 + k % 3 - 1;
                if (row >= 0 && row < 5 && column >= 0 && column < 5) {
                    sum += shown[at / 25 * 25 + row * 5 + column];
                }
            }
            assertThat(answers[at]).isEqualTo(shown[at]);
            assertThat(answers[50 + at]).isCloseTo(shown[50 + at] - 0.9 * sum / 9, within(1e-7));
        }
        try (DynModel model = Models.named("Surround").load();
                PointerScope scope = new PointerScope()) {
            model.initialise(1);
            Tensor strengths = model.weights().get("A.recurrent.strengths").tensor();
            try (NoGrad off = NoGrad.begin()) {
                strengths.sub_(scalar(5));
            }
            model.constrain();
            assertThat(Numbers.of(strengths)).containsOnly(0);
        }
    }

    private static double[] answers(String name, Tensor shown) {
        try (PointerScope scope = new PointerScope();
                DynModel model = Models.named(name).load()) {
            model.initialise(1);
            model.to(ScalarType.Double);
            try (Responses responses = model.forward(Stimulus.of(shown), Recording.none())) {
                return Numbers.of(responses.answer("x"));
            }
        }
    }

    private static TensorOptions doubles() {
        return new TensorOptions(ScalarType.Double);
    }

    private static Scalar scalar(double value) {
        return new Scalar(value);
    }
}
