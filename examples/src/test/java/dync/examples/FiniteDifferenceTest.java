package dync.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dync.Dyn;
import dync.parity.Numbers;
import dync.runtime.DynModel;
import dync.runtime.NoGrad;
import dync.runtime.Recording;
import dync.runtime.Responses;
import dync.runtime.Stimulus;
import dync.runtime.device.Threads;
import dync.runtime.weights.Weight;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Gradients of a small smooth model against central differences, in double precision: every value of every weight that
 * is trained, and every value of the stimulus.
 */
class FiniteDifferenceTest {
    private static final double EPS = 1e-5;
    /** Central differences err by about eps² and by rounding over eps, both near 1e-10 here. */
    private static final double NEAR = 1e-8;

    @ParameterizedTest
    @CsvSource({
        "euler, additive, committed",
        "heun, multiplicative, committed",
        "rk4, multiplicative, own",
        "midpoint, additive, own",
        "exponential, multiplicative, committed",
        "exponential, additive, own"
    })
    void gradients_agree_with_finite_differences(String solver, String combine, String memory) {
        agree(Models.named("Smooth")
                .set("solver", solver)
                .set("combine", combine)
                .set("memory", memory));
    }

    @Test
    void gradients_pass_through_the_exponential_of_a_matrix() {
        agree(Models.named("SmoothCoupled"));
    }

    @Test
    void a_shared_weight_is_there_once_and_has_the_sum_of_the_gradients() {
        try (PointerScope scope = new PointerScope();
                DynModel model = Models.named("Sharing").load()) {
            assertThat(model.weights().keySet())
                    .containsExactly(
                            "tau", "A.conv.weight", "A.conv.bias", "answer.linear.weight", "answer.linear.bias");
        }
        agree(Models.named("Sharing"));
    }

    private static void agree(Dyn compilation) {
        Threads.use(1);
        try (PointerScope scope = new PointerScope();
                DynModel model = compilation.load()) {
            model.initialise(3);
            model.to(ScalarType.Double);
            Tensor shown = Models.waves(1, 6, 2, 4, 4).set_requires_grad(true);
            backward(model, shown);
            for (Weight weight : model.weights().values()) {
                if (weight.trainable()) {
                    check(weight.name(), weight.tensor(), model, shown);
                }
            }
            check("the stimulus", shown, model, shown);
        }
    }

    private static void backward(DynModel model, Tensor shown) {
        try (PointerScope scope = new PointerScope();
                Responses responses = model.forward(Stimulus.of(shown), Recording.none())) {
            loss(responses).backward();
        }
    }

    private static void check(String name, Tensor tensor, DynModel model, Tensor shown) {
        double[] gradient = Numbers.of(tensor.grad());
        double[] values = Numbers.of(tensor);
        double largest = 0;
        for (int i = 0; i < gradient.length; i++) {
            double kept = values[i];
            double above = value(model, shown, tensor, values, i, kept + EPS);
            double below = value(model, shown, tensor, values, i, kept - EPS);
            values[i] = kept;
            assertThat(gradient[i]).as("%s[%d]", name, i).isCloseTo((above - below) / (2 * EPS), within(NEAR));
            largest = Math.max(largest, Math.abs(gradient[i]));
        }
        value(model, shown, tensor, values, 0, values[0]);
        assertThat(largest).as("%s has a gradient at all", name).isGreaterThan(1e-6);
    }

    /** The loss with one value changed, which stays so. */
    private static double value(DynModel model, Tensor shown, Tensor tensor, double[] values, int at, double changed) {
        values[at] = changed;
        try (PointerScope scope = new PointerScope();
                NoGrad off = NoGrad.begin()) {
            // copied, for the order of the values in memory is the model's business
            tensor.copy_(Numbers.tensor(tensor.shape(), values));
            try (Responses responses = model.forward(Stimulus.of(shown.detach()), Recording.none())) {
                return Numbers.of(loss(responses))[0];
            }
        }
    }

    /** Every answer counts, each in its own way. */
    private static Tensor loss(Responses responses) {
        Tensor answers = responses.answer("answer");
        return answers.mul(Models.waves(answers.shape()))
                .sum()
                .add(answers.square().sum());
    }
}
