package dync.train.optimise;

import static org.assertj.core.api.Assertions.assertThat;

import dync.settings.Key;
import dync.settings.Settings;
import dync.settings.SettingsSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
    /** As an experiment has it. */
    record Rates(
            @Key(value = "schedule", standard = "constant") ScheduleSettings schedule,
            @Key(value = "warm-up", standard = "") Warmup warmup) {}

    private static Rates read(String yaml) {
        Settings<Rates> settings = Settings.of(Rates.class);
        return settings.read(List.of(settings.layer(SettingsSource.value("test", yaml))))
                .value();
    }

    private static Moment after(long count, List<Double> figures) {
        return new Moment(count, count, Map.of("x", figures));
    }

    /** The row, how many epochs the run has, and the settings. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            constant             | 10 | {schedule: constant}
            step                 | 20 | {schedule: {kind: step, every: 3, factor: 0.3}}
            multistep            | 20 | {schedule: {kind: multistep, at: [2, 5, 5, 11], factor: 0.5}}
            exponential          | 50 | {schedule: {kind: exponential, factor: 0.93}}
            cosine               | 40 | {schedule: {kind: cosine, least: 0.05}}
            cosine_to_zero       | 9  | {schedule: {kind: cosine, length: 300, per: update}}
            cosine_restarts      | 80 | {schedule: {kind: restarts, length: 5, growth: 2, least: 0.01}}
            cosine_restarts_even | 40 | {schedule: {kind: restarts, length: 7}}
            linear               | 13 | {schedule: {kind: linear, to: 0.1}}
            polynomial           | 30 | {schedule: {kind: polynomial, length: 17, power: 0.9}}
            one_cycle            | 60 | {schedule: {kind: one_cycle}}
            one_cycle_linear     | 9  | {schedule: {kind: one_cycle, length: 50, rise: 0.25, shape: linear, start: 10, end: 100}}
            one_cycle_three      | 61 | {schedule: {kind: one_cycle, three_phase: true, per: epoch}}
            triangular           | 60 | {schedule: {kind: cyclic, up: 7, down: 4}}
            triangular2          | 60 | {schedule: {kind: cyclic, up: 5, shape: triangular2}}
            exp_range            | 60 | {schedule: {kind: cyclic, up: 5, shape: exp_range, gamma: 0.97}}
            warmup_linear_cosine | 30 | {schedule: cosine, warmup: 6}
            warmup_constant_step | 30 | {schedule: {kind: step, every: 5, factor: 0.5}, warmup: {length: 4, shape: constant, from: 0.2}}
            plateau_most         | 20 | {schedule: {kind: plateau, monitor: {metric: x, aim: most}, factor: 0.5, patience: 2, threshold: 1e-2, cooldown: 1, least: 0.2}}
            plateau_least        | 20 | {schedule: {kind: plateau, monitor: {metric: x, aim: least}, patience: 3, threshold: 1e-3, measure: difference}}
            """)
    void theRateIsPyTorchsOverAWholeRun(String row, long epochs, String yaml) {
        Rates rates = read(yaml);
        Schedule schedule = new Schedule(rates.schedule(), rates.warmup(), new Timeline(epochs, 1));
        double[] wanted = Recorded.rows("schedules.csv").get(row);
        List<Double> metric =
                Arrays.stream(Recorded.rows("metric.csv").get("metric")).boxed().toList();
        double[] got = new double[wanted.length];
        Arrays.setAll(got, i -> schedule.factor(after(i, metric.subList(0, Math.min(i, metric.size())))));
        assertThat(got).containsExactly(wanted, Offset.offset(1e-12));
    }

    @Test
    void aCosineEndsWithTheRunAndStaysDown() {
        ScheduleSettings cosine = read("{schedule: cosine}").schedule();
        Schedule schedule = new Schedule(cosine, Warmup.NONE, new Timeline(300, 10));
        assertThat(schedule.factor(new Moment(300, 3000, Map.of()))).isZero();
        assertThat(schedule.factor(new Moment(301, 3010, Map.of()))).isZero();
    }

    @Test
    void aWarmupOfUpdatesDoesNotShiftAScheduleOfEpochs() {
        Rates rates = read("{schedule: {kind: step, every: 2, factor: 0.5}, warmup: {length: 5, per: update}}");
        Schedule schedule = new Schedule(rates.schedule(), rates.warmup(), new Timeline(10, 100));
        assertThat(schedule.factor(new Moment(0, 0, Map.of()))).isEqualTo(0.1);
        assertThat(schedule.factor(new Moment(0, 5, Map.of()))).isEqualTo(1);
        assertThat(schedule.factor(new Moment(2, 200, Map.of()))).isEqualTo(0.5);
    }

    @Test
    void theReferencesScalingOfTheRateIsItsMixedOne() {
        // 192 images, 4 batches: 2e-4 becomes 6.928e-4
        assertThat(2e-4 * new RateScaling.Mixed(64, 128).factor(192 * 4)).isEqualTo(6.928e-4, Offset.offset(1e-7));
        assertThat(new RateScaling.Mixed(64, 128).factor(96)).isEqualTo(1.5);
    }
}
