package dync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.runtime.DynModel;
import dync.runtime.Recording;
import dync.runtime.Responses;
import dync.runtime.Stimulus;
import java.nio.file.Path;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class DynTest {
    private static final Path VENTRAL = Path.of(System.getProperty("dync.root"), "examples", "ventral.dyn");

    @Test
    void a_file_becomes_a_model_that_answers_at_every_step() {
        try (PointerScope scope = new PointerScope();
                DynModel model = Dyn.compile(VENTRAL).set("trc", "4 ms").load()) {
            model.initialise(1);
            Stimulus still = Stimulus.still(torch.rand(2, 3, 32, 32), 5);
            try (Responses responses = model.forward(still, Recording.all())) {
                assertThat(responses.answer("classifier").shape()).containsExactly(2, 5, 10);
                assertThat(responses.response("IT").shape()).containsExactly(2, 5, 256, 4, 4);
            }
        }
    }

    @Test
    void a_wrong_setting_is_named_with_the_nearest_parameter() {
        assertThatThrownBy(() -> Dyn.compile(VENTRAL).set("recurence", "self").load())
                .isInstanceOf(DynException.class)
                .hasMessageContaining("DYN0501")
                .hasMessageContaining("has no parameter recurence");
    }
}
