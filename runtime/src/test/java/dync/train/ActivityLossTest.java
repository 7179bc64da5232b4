package dync.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.runtime.Tensors;
import dync.runtime.UserError;
import dync.train.ActivityLoss.Charge;
import dync.train.ActivityLoss.Charged;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActivityLossTest {
    private static final Offset<Double> CLOSE = Offset.offset(1e-12);

    private final PointerScope scope = new PointerScope();

    @AfterEach
    void free() {
        scope.close();
    }

    private static double loss(Tensor response, Charge charge) {
        boolean[] present = new boolean[Math.toIntExact(response.size(1))];
        Arrays.fill(present, true);
        return ActivityLoss.of(List.of(new Charged(response, present, charge))).item_double();
    }

    @Test
    void sizeIsANormPerUnitAndBalanceTheMean() {
        // one sample, one step, four units
        Tensor response = Tensors.of(new long[] {1, 1, 2, 2}, 3, -1, 0, 4);
        assertThat(loss(response, new Charge.Size(1))).isEqualTo(2, CLOSE);
        assertThat(loss(response, new Charge.Size(2))).isEqualTo(Math.sqrt(26 / 4.0), CLOSE);
        assertThat(loss(response, new Charge.Size(3))).isEqualTo(Math.cbrt(92 / 4.0), CLOSE);
        assertThat(loss(response, new Charge.Balance())).isEqualTo(1.5, CLOSE);
    }

    @Test
    void samplesStepsAndAreasCountAlikeAndAbsenceCostsNothing() {
        Tensor large = Tensors.of(new long[] {2, 3, 1}, 0, 2, 4, 0, 6, 8);
        Tensor small = Tensors.of(new long[] {2, 3, 2}, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        Charge size = new Charge.Size(1);
        double loss = ActivityLoss.of(List.of(
                        new Charged(large, new boolean[] {false, true, true}, size),
                        new Charged(small, new boolean[] {true, true, true}, size)))
                .item_double();
        assertThat(loss).isEqualTo(((2 + 4 + 6 + 8) / 2.0 + 3) / (2 * 3), CLOSE);
        double late = ActivityLoss.of(List.of(new Charged(large, new boolean[] {false, true, true}, size)))
                .item_double();
        assertThat(late).as("the mean over the two steps that there are").isEqualTo(5, CLOSE);
    }

    @Test
    void silenceCostsNothingAndHasAGradientOfZero() {
        for (Charge charge : List.of(new Charge.Size(1), new Charge.Size(2), new Charge.Balance())) {
            Tensor silent = Tensors.of(new long[] {1, 2, 2}, 0, 0, 0, 0).set_requires_grad(true);
            Tensor loss = ActivityLoss.of(List.of(new Charged(silent, new boolean[] {true, true}, charge)));
            loss.backward();
            assertThat(loss.item_double()).isZero();
            assertThat(Tensors.values(silent.grad())).as("%s", charge).containsOnly(0);
        }
    }

    @Test
    void anOrderThatIsNoNormIsRefused() {
        assertThatThrownBy(() -> new Charge.Size(0))
                .isInstanceOf(UserError.class)
                .hasMessage("activity has no norm of order 0.0");
    }
}
