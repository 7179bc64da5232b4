package dync.train.precision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.runtime.UserError;
import dync.runtime.weights.Precision;
import org.junit.jupiter.api.Test;

class LossScaleTest {
    private static final LossScaleSettings EVERY_THREE = new LossScaleSettings(8, 2, 0.25, 3);

    @Test
    void begins_where_pytorch_begins() {
        assertThat(LossScale.start(LossScaleSettings.STANDARD).factor()).isEqualTo(65536);
    }

    @Test
    void grows_after_as_many_good_steps_as_asked_and_counts_anew() {
        LossScale scale = LossScale.start(EVERY_THREE).after(true).after(true);
        assertThat(scale.factor()).isEqualTo(8);

        scale = scale.after(true);
        assertThat(scale.factor()).isEqualTo(16);
        assertThat(scale.after(true).after(true).factor()).isEqualTo(16);
        assertThat(scale.after(true).after(true).after(true).factor()).isEqualTo(32);
    }

    @Test
    void shrinks_at_once_and_forgets_good_steps() {
        LossScale scale = LossScale.start(EVERY_THREE).after(true).after(true).after(false);
        assertThat(scale.factor()).isEqualTo(2);
        assertThat(scale.after(true).after(true).factor()).isEqualTo(2);
        assertThat(scale.after(true).after(true).after(true).factor()).isEqualTo(4);
    }

    @Test
    void never_grows_out_of_single_precision() {
        LossScale scale = LossScale.start(new LossScaleSettings(2e38, 2, 0.5, 1));
        assertThat(scale.after(true).factor()).isEqualTo(2e38);
    }

    @Test
    void is_exhausted_where_gradients_overflow_without_any_scaling() {
        LossScale scale = LossScale.start(EVERY_THREE).after(false);
        assertThat(scale.isExhausted()).isFalse();
        assertThat(scale.after(false).isExhausted()).isTrue();
    }

    @Test
    void goes_on_from_what_was_saved() {
        LossScale scale = LossScale.start(EVERY_THREE).after(false).after(true);
        assertThat(LossScale.resume(EVERY_THREE, scale.saved())).isEqualTo(scale);
    }

    @Test
    void refuses_what_was_never_saved() {
        for (String saved : new String[] {"", "1", "0x1p3 x", "-0x1p3 0", "NaN 1", "0x1p3 -1", "0x1p3 1 1"}) {
            assertThatThrownBy(() -> LossScale.resume(EVERY_THREE, saved))
                    .as(saved)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refuses_a_growth_that_shrinks() {
        assertThatThrownBy(() -> new LossScaleSettings(8, 1, 0.5, 3))
                .isInstanceOf(UserError.class)
                .hasMessage("growth of the loss scale cannot be 1.0");
        assertThatThrownBy(() -> new LossScaleSettings(8, 2, 1, 3)).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> new LossScaleSettings(Double.NaN, 2, 0.5, 3)).isInstanceOf(UserError.class);
    }

    @Test
    void half_precision_is_for_gpus() {
        Support.check(Precision.FP16, true);
        Support.check(Precision.BF16, false);
        assertThatThrownBy(() -> Support.check(Precision.FP16, false))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("fp16 needs a GPU")
                .satisfies(error -> assertThat(((UserError) error).help())
                        .hasValueSatisfying(help -> assertThat(help).contains("bf16")));
    }
}
