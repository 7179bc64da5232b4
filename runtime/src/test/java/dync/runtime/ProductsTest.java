package dync.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dync.runtime.weights.Precision;
import dync.runtime.weights.Weight;
import dync.runtime.weights.WeightTensor;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProductsTest extends ScopedTest {
    private final Small model = new Small(1, 0, 2);
    private Tensor frames;

    @BeforeEach
    void draw() {
        model.initialise(3);
        frames = Tensors.waves(ScalarType.Float, 4, 5, 2, Small.SIZE, Small.SIZE);
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void products_in_bfloat16_are_near_those_in_single_precision_and_not_the_same() {
        Tensor exact = answers(Precision.FP32);
        Tensor near = answers(Precision.BF16);

        assertThat(difference(near, exact)).isGreaterThan(1e-5).isLessThan(0.03);
    }

    @Test
    void going_back_to_single_precision_gives_the_same_bits_again() {
        Tensor before = answers(Precision.FP32);
        answers(Precision.BF16);

        assertThat(difference(answers(Precision.FP32), before)).isZero();
    }

    @Test
    void states_and_answers_stay_in_single_precision() {
        model.products(Precision.BF16);
        try (Responses responses = model.forward(Stimulus.of(frames), Recording.all())) {
            assertThat(responses.response("A").scalar_type().intern()).isEqualTo(ScalarType.Float);
            assertThat(responses.response("drive").scalar_type().intern()).isEqualTo(ScalarType.Float);
            assertThat(responses.answer("classifier").scalar_type().intern()).isEqualTo(ScalarType.Float);
        }
    }

    @Test
    void gradients_of_all_steps_reach_the_weights_in_single_precision() {
        model.weights().values().stream().filter(Weight::trainable).forEach(weight -> {
            Tensor exact = gradient(weight, Precision.FP32);
            Tensor near = gradient(weight, Precision.BF16);
            assertThat(near.scalar_type().intern()).isEqualTo(ScalarType.Float);
            assertThat(difference(near, exact) / size(exact))
                    .as("relative error of the gradient of %s", weight)
                    .isCloseTo(0, within(0.05));
        });
    }

    @Test
    void a_run_sees_the_weights_as_they_are_when_it_begins() {
        Tensor before = answers(Precision.BF16);
        try (NoGrad off = NoGrad.begin()) {
            model.weights().get("classifier.linear.weight").tensor().mul_(new Scalar(2));
        }

        assertThat(difference(answers(Precision.BF16), before.mul(new Scalar(2))))
                .isZero();
    }

    @Test
    void a_weight_is_brought_down_once_a_run_and_not_once_a_step() {
        model.products(Precision.BF16);
        List<Tensor> copies = new ArrayList<>();
        Weight weight = model.weights().get("A.conv.weight");
        DynModel net = Program.of(0, 0, loop -> {
            while (loop.next()) {
                copies.add(((WeightTensor) weight.tensor()).working());
                loop.answer("out", Tensors.waves(ScalarType.Float, 1, 1));
            }
        });
        net.forward(Stimulus.still(torch.zeros(1, 1, 1, 1), 3), Recording.none())
                .close();

        assertThat(copies).hasSize(3).allSatisfy(copy -> assertThat(copy).isSameAs(copies.get(0)));
        assertThat(copies.get(0).scalar_type().intern()).isEqualTo(ScalarType.BFloat16);
    }

    private Tensor answers(Precision precision) {
        model.products(precision);
        try (Responses responses = model.forward(Stimulus.of(frames), Recording.none())) {
            return responses.answer("classifier").detach().clone();
        }
    }

    private Tensor gradient(Weight weight, Precision precision) {
        model.products(precision);
        try (Responses responses = model.forward(Stimulus.of(frames), Recording.none())) {
            model.weights()
                    .values()
                    .forEach(each -> each.tensor().mutable_grad().reset());
            responses.answer("classifier").square().mean().backward();
            return weight.tensor().grad().clone();
        }
    }

    private static double size(Tensor tensor) {
        return tensor.norm().item_float();
    }

    private static double difference(Tensor a, Tensor b) {
        return size(torch.sub(a, b));
    }
}
