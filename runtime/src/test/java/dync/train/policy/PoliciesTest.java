package dync.train.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dync.settings.Settings;
import dync.train.optimise.Monitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PoliciesTest {
    private static final Monitor ACCURACY = Monitor.of("validation/accuracy");

    /** After how many epochs a run ends, 0 if it does not. */
    private static int end(EarlyStopping stopping, double... figures) {
        List<Double> all = DoubleStream.of(figures).boxed().toList();
        return IntStream.rangeClosed(1, all.size())
                .filter(epochs -> stopping.due(all.subList(0, epochs)))
                .findFirst()
                .orElse(0);
    }

    @Test
    void aRunEndsAfterSoManyEpochsWithoutBetterment() {
        EarlyStopping stopping = new EarlyStopping(ACCURACY, 2, 0, Optional.empty());
        assertThat(end(stopping, 0.1, 0.3, 0.2, 0.4, 0.4, 0.4)).isEqualTo(6);
        assertThat(end(stopping, 0.1, 0.3, Double.NaN, Double.NaN)).isEqualTo(4);
        assertThat(end(stopping, 0.1, 0.2, 0.3, 0.3, 0.31)).isZero();
    }

    @Test
    void aLossIsBestWhenItIsLeastAndHasToFallByTheThreshold() {
        EarlyStopping stopping = new EarlyStopping(Monitor.of("validation/loss"), 2, 0.05, Optional.empty());
        assertThat(end(stopping, 2.0, 1.5, 1.46, 1.46)).isEqualTo(4);
        assertThat(end(stopping, 2.0, 1.5, 1.46, 1.44)).isZero();
    }

    @Test
    void epochsCountOnlyOnceTheFigureHasReachedItsMark() {
        EarlyStopping stopping = new EarlyStopping(ACCURACY, 2, 0, Optional.of(0.7));
        assertThat(end(stopping, 0.1, 0.1, 0.1, 0.1, 0.7, 0.6, 0.6)).isEqualTo(7);
        assertThat(end(stopping, 0.6, 0.5, 0.4, 0.3, 0.2)).isZero();
    }

    @Test
    void theBestAndEveryTenthEpochAreWorthKeeping() {
        List<Double> history = new ArrayList<>();
        for (int epoch = 1; epoch <= 25; epoch++) {
            history.add(epoch == 7 || epoch == 9 ? 0.9 : epoch == 3 ? Double.NaN : 0.01 * epoch);
        }
        Map<String, List<Double>> figures = Map.of("validation/accuracy", history);
        assertThat(new Keeping(1, ACCURACY, 10).epochs(figures)).containsExactly(7, 10, 20);
        assertThat(new Keeping(3, ACCURACY, 0).best(history)).containsExactly(7, 9, 25);
        assertThat(new Keeping(0, ACCURACY, 0).epochs(figures)).isEmpty();
        assertThat(new Keeping(2, new Monitor("validation/accuracy", Optional.of(Monitor.Aim.LEAST)), 0).best(history))
                .containsExactly(1, 2);
    }

    @Test
    void sharesOfAGroupOfBatchesSumToOne() {
        // batches of 20, 20, 20 | 20, 20, 20 | 20, 5
        Accumulation three = new Accumulation(3, 20, 145);
        assertThat(three.updates()).isEqualTo(3);
        assertThat(IntStream.range(0, 8).filter(three::endsWith)).containsExactly(2, 5, 7);
        assertThat(three.share(0)).isEqualTo(20.0 / 60);
        assertThat(three.share(6)).isEqualTo(0.8);
        assertThat(three.share(7)).isEqualTo(0.2);
        assertThat(IntStream.rangeClosed(0, 8).map(three::updatesAfter)).containsExactly(0, 0, 0, 1, 1, 1, 2, 2, 3);
    }

    @Test
    void aSweepSuggestsTheRateAtWhichTheLossFallsFastestAndEndsWhenItExplodes() {
        RateSweep sweep = new RateSweep(1e-6, 10, 141);
        int batches = 0;
        boolean on = true;
        while (on) {
            double rate = Math.log10(sweep.rate(batches++));
            // falls about 1e-3, explodes about 0.3
            on = sweep.add(1 + 1 / (1 + Math.exp(6 * (rate + 3))) + Math.exp(8 * (rate + 0.5)));
        }
        assertThat(sweep.rate(0)).isEqualTo(1e-6);
        assertThat(sweep.rate(140)).isEqualTo(10, Offset.offset(1e-9));
        assertThat(sweep.rates()).hasSize(batches).hasSizeLessThan(141);
        // the running mean comes after the loss
        assertThat(Math.log10(sweep.suggestion().orElseThrow())).isBetween(-3.1, -2.2);
    }

    @Test
    void aLossThatOnlyGrowsSuggestsNothing() {
        RateSweep sweep = new RateSweep(1e-6, 1, 50);
        for (int i = 0; i < 50; i++) {
            sweep.add(1 + 0.01 * i);
        }
        assertThat(sweep.suggestion()).isEmpty();
        assertThat(sweep.add(Double.NaN)).isFalse();
    }

    @Test
    void ofThemselvesTheBestEpochByAccuracyIsKeptAndPatienceIsTen() {
        assertThat(Settings.of(Keeping.class).standard()).isEqualTo(new Keeping(1, ACCURACY, 0));
        assertThat(Settings.of(EarlyStopping.class).standard())
                .isEqualTo(new EarlyStopping(Monitor.of("validation/loss"), 10, 0, Optional.empty()));
    }
}
