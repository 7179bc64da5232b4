package dync.train.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dync.runtime.Tensors;
import dync.track.Distribution;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private final PointerScope scope = new PointerScope();

    @AfterEach
    void free() {
        scope.close();
    }

    @Test
    void tellsSizeSpreadAndZeros() {
        Spread spread = Spread.of(Tensors.of(new long[] {2, 2}, 3, 0, -4, 0));

        assertThat(spread.count()).isEqualTo(4);
        assertThat(spread.zeroShare()).isEqualTo(0.5);
        assertThat(spread.oddShare()).isZero();
        Distribution values = spread.values();
        assertThat(values.min()).isEqualTo(-4);
        assertThat(values.max()).isEqualTo(3);
        assertThat(values.mean()).isEqualTo(-0.25);
        assertThat(values.norm()).isEqualTo(5);
        assertThat(values.std()).isEqualTo(Math.sqrt(25 / 4.0 - 1 / 16.0), within(1e-12));
        assertThat(values.count()).isEqualTo(4);
        assertThat(values.counts().get(0)).isEqualTo(1);
        assertThat(values.counts().get(values.counts().size() - 1)).isEqualTo(1);
    }

    @Test
    void whatIsNoNumberIsCountedAndLeftOutOfTheRest() {
        Spread spread = Spread.of(Tensors.of(new long[] {4}, 1, Double.NaN, Double.NEGATIVE_INFINITY, 3));

        assertThat(spread.oddShare()).isEqualTo(0.5);
        assertThat(spread.values().min()).isEqualTo(1);
        assertThat(spread.values().max()).isEqualTo(3);
        assertThat(spread.values().sum()).isEqualTo(4);
        assertThat(spread.values().count()).isEqualTo(2);
    }

    @Test
    void bearsWhatIsConstantAndWhatIsNothingButNotANumber() {
        assertThat(Spread.of(Tensors.of(new long[] {3}, 2, 2, 2)).values().count())
                .isEqualTo(3);
        Spread lost = Spread.of(Tensors.of(new long[] {1}, Double.NaN));
        assertThat(lost.oddShare()).isEqualTo(1);
        assertThat(lost.values().min()).isNaN();
        assertThat(lost.values().count()).isZero();
    }

    @Test
    void activityTellsSilentUnitsAndHowFewCarryTheResponse() {
        // one image, two steps, four units: one alone at the first step, all alike at the second but the last, never
        ActivityReport report = Activity.of(Tensors.of(new long[] {1, 3, 4}, 9, 9, 9, 9, 2, 0, 0, 0, 1, 1, 1, 0), 1);

        assertThat(report.magnitude()).isEqualTo(5 / 8.0);
        assertThat(report.silent()).isEqualTo(0.25);
        double second = (1 - (9 / 16.0) / (3 / 4.0)) / (1 - 1 / 4.0);
        assertThat(report.sparseness()).isEqualTo((1 + second) / 2, within(1e-6));
    }

    @Test
    void anAreaThatNeverRespondsHasNoSparseness() {
        ActivityReport report = Activity.of(Tensors.of(new long[] {1, 1, 2}, 0, 0), 0);

        assertThat(report.sparseness()).isNaN();
        assertThat(report.silent()).isEqualTo(1);
    }
}
