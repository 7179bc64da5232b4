package dync.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dync.parity.Numbers;
import dync.runtime.DynModel;
import dync.runtime.Recording;
import dync.runtime.Responses;
import dync.runtime.Stimulus;
import dync.runtime.weights.Weight;
import dync.train.loss.ActivityMeasure;
import dync.train.loss.ActivityPenalty;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Penalties against their definition, computed from the recorded responses. */
class PenaltyTest {
    private static final int BATCH = 2;
    private static final int STEPS = 5;
    private static final int UNITS = 18;
    private static final int LATE = 2;

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void penalties_are_means_over_samples_and_the_steps_at_which_there_is_something(int idle) {
        try (PointerScope scope = new PointerScope();
                DynModel model = Models.named("Penalised")
                        .set("idle", String.valueOf(idle))
                        .load()) {
            model.initialise(3);
            model.to(ScalarType.Double);
            Tensor shown = Models.waves(BATCH, STEPS, 2, 3, 3);
            try (Responses responses = model.forward(Stimulus.of(shown), Recording.all())) {
                double[] drive = Numbers.of(responses.response("A.drive"));
                double[] late = Numbers.of(responses.response("B"));
                int from = idle == 0 ? LATE : 0;
                double l2 = mean(0, (b, t) -> Math.sqrt(sum(drive, b, t, x -> x * x) / UNITS));
                double balance = mean(0, (b, t) -> Math.abs(sum(drive, b, t, x -> x) / UNITS));
                double norm = mean(from, (b, t) -> Math.cbrt(sum(late, b, t, x -> Math.abs(x * x * x)) / UNITS));
                assertThat(value(responses, "A.penalty")).isCloseTo(l2, within(1e-12));
                assertThat(value(responses, "A.penalty_2")).isCloseTo(balance, within(1e-12));
                assertThat(fromOutside(responses, "A.drive", new ActivityMeasure.Size(2)))
                        .as("what an experiment charges")
                        .isEqualTo(value(responses, "A.penalty"));
                assertThat(fromOutside(responses, "A.drive", new ActivityMeasure.Balance()))
                        .isEqualTo(value(responses, "A.penalty_2"));
                assertThat(fromOutside(responses, "B", new ActivityMeasure.Size(3)))
                        .isCloseTo(value(responses, "B.penalty"), within(1e-12));
                assertThat(value(responses, "B.penalty")).isCloseTo(norm, within(1e-12));
                double smooth = value(responses, "B.penalty_2");
                if (idle == 0) {
                    assertThat(smooth).isCloseTo(mean(LATE + 1, (b, t) -> change(late, b, t)), within(1e-12));
                }
                assertThat(responses.penalties()).hasSize(4);
                assertThat(Numbers.of(responses.penalty().orElseThrow())[0])
                        .isCloseTo(0.5 * l2 + 2 * balance + 0.25 * norm + 4 * smooth, within(1e-12));
                responses.penalty().orElseThrow().backward();
                Weight weight = model.weights().get("A.conv.weight");
                assertThat(Numbers.of(weight.tensor().grad())).doesNotContain(0);
            }
        }
    }

    private static double fromOutside(Responses responses, String area, ActivityMeasure measure) {
        return Numbers.of(new ActivityPenalty(List.of(area), measure, 1).of(responses))[0];
    }

    private static double value(Responses responses, String name) {
        return Numbers.of(responses.penalty(name))[0];
    }

    private static double mean(int from, ToDoubleBiFunction<Integer, Integer> each) {
        double sum = 0;
        for (int sample = 0; sample < BATCH; sample++) {
            for (int step = from; step < STEPS; step++) {
                sum += each.applyAsDouble(sample, step);
            }
        }
        return sum / BATCH / (STEPS - from);
    }

    private static double sum(double[] values, int sample, int step, java.util.function.DoubleUnaryOperator of) {
        double sum = 0;
        for (int unit = 0; unit < UNITS; unit++) {
            sum += of.applyAsDouble(values[(sample * STEPS + step) * UNITS + unit]);
        }
        return sum;
    }

    private static double change(double[] values, int sample, int step) {
        double sum = 0;
        for (int unit = 0; unit < UNITS; unit++) {
            int now = (sample * STEPS + step) * UNITS + unit;
            sum += Math.pow(values[now] - values[now - UNITS], 2);
        }
        return sum / UNITS;
    }
}
