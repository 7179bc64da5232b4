package dync.train.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dync.runtime.UserError;
import dync.train.optimise.Monitor;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final Metrics METRICS = Metrics.of(List.of("cross_entropy", "energy"), MetricSettings.standard());

    @Test
    void everyAnswerMetricHasAValueUnderItsNameInTheSameOrder() {
        AnswerReport nothing = new AnswerCount(MetricSettings.standard()).result();

        assertThat(Metrics.values("test", 0, nothing, 2).keySet())
                .containsExactlyElementsOf(Metrics.answers("test", MetricSettings.standard()).stream()
                        .map(Metric::name)
                        .toList());
    }

    @Test
    void namesHoldThePhaseSoThatTrainingAndValidationNeverMix() {
        assertThat(METRICS.all())
                .extracting(Metric::name)
                .contains("train/loss_energy", "validation/loss_energy", "validation/accuracy_top5")
                .doesNotHaveDuplicates();
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNearest() {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> METRICS.toImprove("val/accuracy_last"))
                .withMessage("there is no metric 'val/accuracy_last'")
                .satisfies(error -> assertThat(error.help()).hasValue("did you mean 'validation/accuracy_last'?"));
    }

    @Test
    void whatSaysNothingOfQualityCannotBeImproved() {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> METRICS.toImprove("validation/entropy"))
                .withMessageContaining("does not say how good a model is");
    }

    @Test
    void earlyStoppingAndSchedulesTakeTheSameSideByNameAlone() {
        List<Metric> judged = METRICS.all().stream()
                .filter(metric -> metric.repeats() && metric.better() != Metric.Better.NEITHER)
                .toList();

        assertThat(judged).hasSizeGreaterThan(10).allSatisfy(metric -> assertThat(
                        Monitor.of(metric.name()).most())
                .as(metric.name())
                .isEqualTo(metric.better() == Metric.Better.HIGHER));
    }

    @Test
    void aLossImprovesDownwardsAndNothingImprovesToNotANumber() {
        Metric loss = METRICS.toImprove("validation/loss");
        Metric accuracy = METRICS.toImprove("validation/accuracy");

        assertThat(loss.improves(1, 2)).isTrue();
        assertThat(accuracy.improves(1, 2)).isFalse();
        assertThat(accuracy.improves(2, 2)).isFalse();
        assertThat(loss.improves(Double.NaN, 2)).isFalse();
        assertThat(loss.improves(5, Double.NaN)).isTrue();
    }
}
