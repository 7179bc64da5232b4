package dync.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DynModelTest {
    private PointerScope scope;

    @BeforeEach
    void open() {
        scope = new PointerScope();
    }

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void answers_and_records_every_step() {
        try (Small model = new Small(0, 0, 3)) {
            model.initialise(1);
            Stimulus stimulus = Stimulus.of(Tensors.waves(ScalarType.Float, 2, 5, 2, Small.SIZE, Small.SIZE));
            try (Responses responses = model.forward(stimulus, Recording.areas("A"))) {
                assertThat(responses.answer("classifier").shape()).containsExactly(2, 5, 3);
                assertThat(responses.response("A").shape()).containsExactly(2, 5, 4, 6, 6);
                assertThat(responses.recorded()).containsExactly("A");
                assertThat(responses.firstStep("classifier")).hasValue(0);
                assertThat(Tensors.values(responses.answer("classifier"))).doesNotContain(0.0, Double.NaN);
            }
        }
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
}
