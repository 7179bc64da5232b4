package dync.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dync.runtime.weights.Init;
import dync.runtime.weights.Weight;
import java.util.Arrays;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;

class DynModelTest extends ScopedTest {

    @Test
    void answers_and_records_every_step() {
        try (Small model = small(0, 0, 3)) {
            Stimulus stimulus = Stimulus.of(Tensors.waves(ScalarType.Float, 2, 5, 2, Small.SIZE, Small.SIZE));
            try (Responses responses = model.forward(stimulus, Recording.areas("A"))) {
                assertThat(responses.answer("classifier").shape()).containsExactly(2, 5, 3);
                assertThat(responses.response("A").shape()).containsExactly(2, 5, 4, 6, 6);
                assertThat(responses.recorded()).containsExactly("A");
                assertThat(Tensors.values(responses.answer("classifier"))).doesNotContain(0.0, Double.NaN);
            }
        }
    }

    @Test
    void a_still_image_is_the_image_at_every_step() {
        Tensor image = Tensors.waves(ScalarType.Float, 2, 2, Small.SIZE, Small.SIZE);
        Tensor film = image.unsqueeze(1).expand(2, 5, 2, Small.SIZE, Small.SIZE).contiguous();
        try (Small model = small(1, 0, 2);
                Responses still = model.forward(Stimulus.still(image, 5), Recording.none());
                Responses moving = model.forward(Stimulus.of(film), Recording.none())) {
            assertThat(Tensors.values(still.answer("classifier")))
                    .containsExactly(Tensors.values(moving.answer("classifier")));
        }
    }

    @Test
    void gradients_agree_with_finite_differences() {
        try (Small model = small(0, 0, 2)) {
            model.to(ScalarType.Double);
            Tensor frames = Tensors.waves(ScalarType.Double, 2, 5, 2, Small.SIZE, Small.SIZE);
            frames.requires_grad_(true);
            loss(model, frames).backward();
            for (Weight weight : model.weights().values()) {
                if (weight.trainable()) {
                    assertGradient(model, frames, weight.name(), weight.tensor());
                }
            }
            assertGradient(model, frames, "the input", frames);
        }
    }

    private static void assertGradient(Small model, Tensor frames, String what, Tensor at) {
        double[] gradient = Tensors.values(at.grad());
        double step = 1e-6;
        for (int i : new int[] {0, gradient.length / 3, gradient.length / 2, gradient.length - 1}) {
            double difference;
            try (NoGrad off = NoGrad.begin()) {
                double up = nudged(model, frames, at, i, step);
                double down = nudged(model, frames, at, i, -2 * step);
                nudged(model, frames, at, i, step);
                difference = (up - down) / (2 * step);
            }
            assertThat(gradient[i]).as("%s[%d]", what, i).isCloseTo(difference, within(1e-8));
        }
        assertThat(Arrays.stream(gradient).anyMatch(value -> Math.abs(value) > 1e-6))
                .as("some gradient reaches %s", what)
                .isTrue();
    }

    private static double nudged(Small model, Tensor frames, Tensor at, int index, double by) {
        // counted in the order of the sizes, whatever the order in memory
        Tensor one = at;
        long rest = index;
        for (int axis = (int) at.dim() - 1; axis >= 0; axis--) {
            one = one.narrow(axis, rest % at.size(axis), 1);
            rest /= at.size(axis);
        }
        one.add_(new Scalar(by));
        return loss(model, frames).item_double();
    }

    private static Tensor loss(Small model, Tensor frames) {
        try (Responses responses = model.forward(Stimulus.of(frames), Recording.none())) {
            return responses.answer("classifier").square().sum();
        }
    }

    @Test
    void truncation_cuts_the_gradient_and_keeps_the_values() {
        Tensor frames = Tensors.waves(ScalarType.Float, 1, 4, 2, Small.SIZE, Small.SIZE);
        try (Small whole = small(0, 0, 1);
                Small cut = small(0, 2, 1);
                Small never = small(0, 4, 1)) {
            assertThat(loss(cut, frames).item_double())
                    .isEqualTo(loss(whole, frames).item_double());
            double uncut = recurrentGradient(whole, frames);
            assertThat(recurrentGradient(cut, frames)).isNotEqualTo(uncut);
            assertThat(recurrentGradient(never, frames)).isEqualTo(uncut);
        }
    }

    private static double recurrentGradient(Small model, Tensor frames) {
        loss(model, frames).backward();
        return Tensors.values(
                model.weights().get("A.recurrent.conv.weight").tensor().grad())[0];
    }

    @Test
    void starting_values_depend_on_the_seed_and_the_name_only() {
        try (Small a = small(0, 0, 1);
                Small b = small(0, 0, 1)) {
            b.initialise(2);
            assertThat(values(a)).isNotEqualTo(values(b));
            b.initialise(1);
            assertThat(values(a)).isEqualTo(values(b));
        }
    }

    private static String values(Small model) {
        StringBuilder all = new StringBuilder();
        model.weights().values().forEach(weight -> all.append(Arrays.toString(Tensors.values(weight.tensor()))));
        return all.toString();
    }

    @Test
    void counts_what_is_trained() {
        try (Small model = new Small(0, 0, 1)) {
            assertThat(model.parameterCount()).isEqualTo(4 * 2 * 9 + 4 + 4 * 4 * 9 + 1 + 3 * 4);
            assertThat(model.weights().keySet())
                    .containsExactly(
                            "A.conv.weight",
                            "A.conv.bias",
                            "A.recurrent.conv.weight",
                            "A.tau",
                            "classifier.linear.weight",
                            "A.scale");
        }
    }

    @Test
    void constrain_brings_weights_back_into_their_bounds_and_leaves_the_others() {
        try (Small model = small(0, 0, 1)) {
            Weight tau = model.weights().get("A.tau");
            tau.assign(Tensors.of(new long[0], 0.5));
            double[] before =
                    Tensors.values(model.weights().get("A.conv.weight").tensor());
            model.constrain();
            assertThat(Tensors.values(tau.tensor())).containsExactly(2.0);
            assertThat(Tensors.values(model.weights().get("A.conv.weight").tensor()))
                    .containsExactly(before);
            assertThat(tau.tensor().requires_grad()).isTrue();
        }
    }

    @Test
    void a_change_of_precision_keeps_fields_and_drops_gradients() {
        try (Small model = small(0, 0, 1)) {
            Tensor field = model.weights().get("A.conv.weight").tensor();
            loss(model, Tensors.waves(ScalarType.Float, 1, 2, 2, 6, 6)).backward();
            assertThat(field.grad().defined()).isTrue();
            model.to(ScalarType.Double);
            assertThat(model.weights().get("A.conv.weight").tensor()).isSameAs(field);
            assertThat(field.scalar_type().intern()).isEqualTo(ScalarType.Double);
            assertThat(field.grad().defined()).isFalse();
            assertThat(field.requires_grad()).isTrue();
            loss(model, Tensors.waves(ScalarType.Double, 1, 2, 2, 6, 6)).backward();
            assertThat(field.grad().scalar_type().intern()).isEqualTo(ScalarType.Double);
        }
    }

    @Test
    void weights_outlive_the_scope_they_were_made_in_and_go_when_the_model_is_closed() {
        long before = Pointer.totalCount();
        Small model;
        try (PointerScope inner = new PointerScope()) {
            model = new Small(0, 0, 1);
        }
        assertThat(Pointer.totalCount()).isEqualTo(before + model.weights().size());
        model.close();
        model.close();
        assertThat(Pointer.totalCount()).isEqualTo(before);
    }

    @Test
    void tells_of_weights_that_never_got_values() {
        try (Small model = new Small(0, 0, 3)) {
            Tensor image = Tensors.waves(ScalarType.Float, 2, 2, 6, 6);
            assertThatThrownBy(() -> model.forward(Stimulus.still(image, 5), Recording.none()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("A.conv.weight")
                    .hasMessageContaining("initialise");
        }
    }

    @Test
    void two_weights_of_one_name_are_an_error() {
        class Twice extends DynModel {
            Twice() {
                super(ModelInfo.named("Twice").build());
                weight("w", Init.zeros(), 1);
                weight("w", Init.zeros(), 2);
            }

            @Override
            protected void run(TimeLoop loop) {}
        }
        assertThatThrownBy(Twice::new).hasMessage("Twice has two weights named 'w'");
    }

    private static Small small(int idle, int truncate, int delay) {
        Small model = new Small(idle, truncate, delay);
        model.initialise(1);
        return model;
    }
}
