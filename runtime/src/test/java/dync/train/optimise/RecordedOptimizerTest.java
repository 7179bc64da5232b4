package dync.train.optimise;

import static org.assertj.core.api.Assertions.assertThat;

import dync.runtime.Tensors;
import dync.runtime.weights.Init;
import dync.runtime.weights.Weight;
import dync.settings.Key;
import dync.settings.Settings;
import dync.settings.SettingsSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedOptimizerTest {
    /** As an experiment has it. */
    record Training(
            @Key(value = "optimizer", standard = "adam") OptimizerSettings optimizer) {}

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            sgd_nesterov | {kind: sgd, learning_rate: 0.003, momentum: 0.7, nesterov: true, weight_decay: 0.1}
            adam_amsgrad | {kind: adam, learning_rate: 0.03, beta1: 0.8, beta2: 0.95, epsilon: 1e-6, amsgrad: true}
            nadam        | {kind: nadam, learning_rate: 0.03, beta1: 0.8, beta2: 0.95, epsilon: 1e-6, weight_decay: 0.1}
            radam        | {kind: radam, learning_rate: 0.03, beta1: 0.8, beta2: 0.95, epsilon: 1e-6, weight_decay: 0.1}
            rmsprop      | {kind: rmsprop, learning_rate: 0.03, alpha: 0.9, epsilon: 1e-6, momentum: 0.5, centered: true}
            adagrad      | {kind: adagrad, learning_rate: 0.1, rate_decay: 0.01, weight_decay: 0.1}
            """)
    void stepsArePyTorchs(String row, String yaml) {
        Settings<Training> settings = Settings.of(Training.class);
        OptimizerSettings read = settings.read(
                        List.of(settings.layer(SettingsSource.value("test", "optimizer: " + yaml))))
                .value()
                .optimizer();
        List<Double> got = new ArrayList<>();
        try (PointerScope scope = new PointerScope();
                Weight weight = new Weight("w", Init.ones(), true, Optional.empty(), 6)) {
            weight.assign(Tensors.of(new long[] {6}, 0.5, -1.25, 2.0, -0.03125, 1.0, -3.0));
            try (Optimizer optimizer = new Optimizer(Grouping.of(read, List.of(weight)))) {
                for (int i = 0; i < 25; i++) {
                    Tensor w = weight.tensor();
                    w.pow(new Scalar(4)).sum().add(w.prod()).backward();
                    optimizer.step(1);
                    optimizer.clearGradients();
                    for (double value : Tensors.values(w)) {
                        got.add(value);
                    }
                }
            }
        }
        assertThat(got.stream().mapToDouble(Double::doubleValue).toArray())
                .containsExactly(Recorded.rows("optimizers.csv").get(row), Offset.offset(3e-6));
    }
}
