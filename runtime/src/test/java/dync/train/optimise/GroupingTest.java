package dync.train.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.runtime.Tensors;
import dync.runtime.UserError;
import dync.runtime.weights.Init;
import dync.runtime.weights.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupingTest {
    private static final OptimizerSettings SGD = new OptimizerSettings.Sgd(0.5, 0, 0, false, 0.25);

    private final PointerScope scope = new PointerScope();
    private final List<Weight> weights = new ArrayList<>();

    @BeforeEach
    void make() {
        add("V1.conv.weight", true, 2, 2);
        add("V1.conv.bias", true, 2);
        add("V1.recurrent.weight", true, 2, 2);
        add("V2.recurrent.weight", true, 2, 2);
        add("V2.tau", true);
        add("V2.mean", false, 2);
    }

    private void add(String name, boolean trainable, long... shape) {
        Weight weight = new Weight(name, Init.ones(), trainable, Optional.empty(), shape);
        weight.initialise(0);
        weights.add(weight);
    }

    @AfterEach
    void free() {
        weights.forEach(Weight::close);
        scope.close();
    }

    private Weight weight(String name) {
        return weights.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFirstGroupThatNamesAWeightHasIt() {
        Grouping grouping = Grouping.of(
                SGD,
                DecayOf.ALL,
                List.of(
                        new WeightGroup("V2.*", 1, Optional.of(0.125), Optional.of(0.0), Optional.empty()),
                        WeightGroup.slower("*.recurrent.*", 0.5)),
                1,
                weights);
        assertThat(grouping.toString()).isEqualTo("""
                        V2.*: sgd, learning rate 0.125, weight decay 0, 2 weights of 5 numbers: V2.recurrent.weight, V2.tau
                        *.recurrent.*: sgd, learning rate 0.25, weight decay 0.25, 1 weight of 4 numbers: V1.recurrent.weight
                        the rest: sgd, learning rate 0.5, weight decay 0.25, 2 weights of 6 numbers: V1.conv.weight, V1.conv.bias""");
    }

    @Test
    void everyGroupMovesAtItsOwnRateTimesTheSchedules() {
        Grouping grouping = Grouping.of(
                SGD,
                DecayOf.KERNELS,
                List.of(
                        WeightGroup.slower("V1.recurrent.weight", 0.5),
                        new WeightGroup(
                                "V2.recurrent.*",
                                1,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(new OptimizerSettings.Adam(0.125, 0.9, 0.999, 0, false, 0)))),
                2,
                weights);
        try (Optimizer optimizer = new Optimizer(grouping)) {
            weights.stream()
                    .filter(Weight::trainable)
                    .forEach(weight -> weight.tensor().sum().backward());
            optimizer.step(0.25);
            assertThat(optimizer.state())
                    .containsOnlyKeys("V2.recurrent.weight/mean", "V2.recurrent.weight/square", "steps");
        }
        // 1 - rate · (gradient + decay · 1); biases and time constants do not decay
        assertThat(Tensors.values(weight("V1.conv.weight").tensor())).containsOnly(1 - 0.25 * 1.25);
        assertThat(Tensors.values(weight("V1.conv.bias").tensor())).containsOnly(0.75);
        assertThat(Tensors.values(weight("V2.tau").tensor())).containsOnly(0.75);
        assertThat(Tensors.values(weight("V1.recurrent.weight").tensor())).containsOnly(1 - 0.125 * 1.25);
        assertThat(Tensors.values(weight("V2.recurrent.weight").tensor())).containsOnly(1 - 0.0625);
    }

    @Test
    void aPatternThatNamesNothingIsRefusedWithTheNearestWeight() {
        assertThatThrownBy(() -> Grouping.freeze(List.of("V1.recurent.*"), weights))
                .isInstanceOf(UserError.class)
                .hasMessage("freeze 'V1.recurent.*' names no weight of the model")
                .satisfies(e -> assertThat(((UserError) e).help().orElseThrow())
                        .startsWith("the nearest is 'V1.recurrent.weight'"));
        assertThatThrownBy(() -> Grouping.of(SGD, DecayOf.ALL, List.of(WeightGroup.slower("IT.*", 1)), 1, weights))
                .hasMessage("the group 'IT.*' names no weight of the model");
        assertThatThrownBy(() -> Grouping.of(SGD, DecayOf.ALL, List.of(WeightGroup.slower("V2.mean", 1)), 1, weights))
                .hasMessage("the group 'V2.mean' has no weight: none of those that it names is trained");
        assertThatThrownBy(() -> Grouping.of(
                        SGD,
                        DecayOf.ALL,
                        List.of(WeightGroup.slower("*", 1), WeightGroup.slower("V1*", 1)),
                        1,
                        weights))
                .hasMessage("the group 'V1*' has no weight: earlier groups have them all");
    }

    @Test
    void frozenWeightsGetNoGradientUntilTheyAreLetGo() {
        Grouping.freeze(List.of("V1.*"), weights);
        weights.stream()
                .map(Weight::tensor)
                .reduce((a, b) -> a.sum().add(b.sum()))
                .orElseThrow()
                .backward();
        assertThat(weight("V1.conv.weight").tensor().grad().defined()).isFalse();
        assertThat(weight("V2.tau").tensor().grad().defined()).isTrue();
        assertThat(Grouping.of(SGD, weights).groups().get(0).weights())
                .containsExactly(weight("V2.recurrent.weight"), weight("V2.tau"));
        Grouping.freeze(List.of(), weights);
        assertThat(weight("V1.conv.weight").tensor().requires_grad()).isTrue();
        assertThat(weight("V2.mean").tensor().requires_grad()).isFalse();
        assertThatThrownBy(() -> {
                    Grouping.freeze(List.of("*"), weights);
                    Grouping.of(SGD, weights);
                })
                .hasMessage("the model has no weight that is trained");
    }
}
