package dync.train.precision;

import static org.assertj.core.api.Assertions.assertThat;

import dync.runtime.ScopedTest;
import dync.runtime.Tensors;
import dync.runtime.weights.Init;
import dync.runtime.weights.Weight;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GradientsTest extends ScopedTest {
    private final Weight one = new Weight("one", Init.ones(), true, Optional.empty(), 2);
    private final Weight unused = new Weight("unused", Init.ones(), true, Optional.empty(), 3);

    @AfterEach
    void close() {
        one.close();
        unused.close();
    }

    @Test
    void gradients_lose_the_factor_of_the_loss() {
        gradientOf(1024);

        assertThat(Gradients.unscale(List.of(one, unused), 512)).isTrue();
        assertThat(Tensors.values(one.tensor().grad())).containsExactly(2, 2);
    }

    @Test
    void an_infinite_gradient_is_told() {
        gradientOf(Double.POSITIVE_INFINITY);
        assertThat(Gradients.unscale(List.of(one, unused), 512)).isFalse();
    }

    @Test
    void a_gradient_that_is_no_number_is_told() {
        gradientOf(Double.NaN);
        assertThat(Gradients.unscale(List.of(one, unused), 512)).isFalse();
    }

    @Test
    void without_any_gradient_all_is_well() {
        assertThat(Gradients.unscale(List.of(unused), 512)).isTrue();
    }

    private void gradientOf(double slope) {
        one.initialise(1);
        one.tensor().mul(new Scalar(slope)).sum().backward();
    }
}
