package dync.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.runtime.Recording;
import dync.runtime.Responses;
import dync.runtime.Stimulus;
import dync.runtime.Tensors;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;

class TruncationTest {
    /** The gradient of the last answer with respect to the weights that drive the state of all steps. */
    private static double[] gradient(TinyNet net) {
        try (PointerScope scope = new PointerScope()) {
            Tensor image = Tensors.waves(ScalarType.Float, 2, 1, 16, 16);
            try (Responses responses = net.forward(Stimulus.still(image, 6), Recording.none())) {
                responses.answer("classifier").select(1, 5).sum().backward();
            }
            Tensor gradient = net.weights().get("V2.conv.weight").tensor().mutable_grad();
            double[] values = Tensors.values(gradient);
            gradient.reset();
            return values;
        }
    }

    @Test
    void theClockOfTheModelCanBeOverridden() {
        try (TinyNet clocked = new TinyNet(24, 0, 6, 2);
                TinyNet free = new TinyNet(24, 0, 6, 0)) {
            clocked.initialise(1);
            free.initialise(1);
            double[] cut = gradient(clocked);
            double[] whole = gradient(free);
            assertThat(cut).isNotEqualTo(whole);
            free.truncate(2);
            clocked.truncate(0);
            assertThat(gradient(free)).containsExactly(cut);
            assertThat(gradient(clocked)).containsExactly(whole);
            assertThatThrownBy(() -> free.truncate(-1)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
