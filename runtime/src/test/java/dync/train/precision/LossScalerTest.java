package dync.train.precision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.runtime.ScopedTest;
import dync.runtime.Tensors;
import dync.runtime.weights.Init;
import dync.runtime.weights.Weight;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LossScalerTest extends ScopedTest {
    private static final LossScaleSettings SETTINGS = new LossScaleSettings(8, 2, 0.25, 1);

    private final Weight weight = new Weight("one", Init.ones(), true, Optional.empty(), 2);

    @AfterEach
    void close() {
        weight.close();
    }

    @Test
    void the_gradient_is_that_of_the_loss_and_the_loss_is_larger() {
        LossScaler scaler = LossScaler.of(SETTINGS);
        Tensor loss = loss(3);

        assertThat(scaler.scaled(loss).item_float()).isEqualTo(8 * loss.item_float());
        scaler.scaled(loss).backward();
        assertThat(scaler.unscale(List.of(weight))).isTrue();
        assertThat(Tensors.values(weight.tensor().grad())).containsExactly(3, 3);
        assertThat(scaler.scaled(loss(1)).item_float()).isEqualTo(16 * 2);
    }

    @Test
    void an_overflow_is_told_until_no_scaling_is_to_blame() {
        LossScaler scaler = LossScaler.of(SETTINGS);

        scaler.scaled(loss(Double.POSITIVE_INFINITY)).backward();
        assertThat(scaler.unscale(List.of(weight))).isFalse();
        assertThat(scaler.isExhausted()).isFalse();
        assertThat(scaler.unscale(List.of(weight))).isFalse();
        assertThat(scaler.isExhausted()).isTrue();
    }

    @Test
    void without_scaling_all_stays_as_it_is() {
        LossScaler scaler = LossScaler.none();
        Tensor loss = loss(3);

        assertThat(scaler.scaled(loss)).isSameAs(loss);
        loss.backward();
        assertThat(scaler.unscale(List.of(weight))).isTrue();
        assertThat(Tensors.values(weight.tensor().grad())).containsExactly(3, 3);
        assertThat(scaler.saved()).isEmpty();
        assertThat(scaler.isExhausted()).isFalse();
    }

    @Test
    void goes_on_where_it_was() {
        LossScaler before = LossScaler.of(SETTINGS);
        loss(1).backward();
        before.unscale(List.of(weight));
        LossScaler after = LossScaler.of(SETTINGS);
        after.restore(before.saved());

        assertThat(after.saved()).isEqualTo(before.saved()).isPresent();
        assertThatThrownBy(() -> after.restore(Optional.of("x"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_run_that_did_not_scale_before_begins_to() {
        LossScaler scaler = LossScaler.of(SETTINGS);
        scaler.restore(Optional.empty());
        assertThat(scaler.saved()).contains(LossScale.start(SETTINGS).saved());
    }

    private Tensor loss(double slope) {
        weight.initialise(1);
        return weight.tensor().mul(new Scalar(slope)).sum();
    }
}
