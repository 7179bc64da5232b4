package dync.train.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.runtime.ModelInfo;
import dync.runtime.Tensors;
import dync.runtime.UserError;
import dync.settings.Settings;
import dync.settings.SettingsSource;
import dync.train.loss.ActivityMeasure.Balance;
import dync.train.loss.ActivityMeasure.Size;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActivityPenaltyTest {
    private static final Offset<Double> CLOSE = Offset.offset(1e-12);

    private final PointerScope scope = new PointerScope();

    @AfterEach
    void free() {
        scope.close();
    }

    private static double mean(Tensor response, ActivityMeasure measure) {
        boolean[] present = new boolean[Math.toIntExact(response.size(1))];
        Arrays.fill(present, true);
        return ActivityPenalty.mean(response, present, measure).item_double();
    }

    @Test
    void sizeIsANormPerUnitAndBalanceTheMean() {
        // one sample, one step, four units
        Tensor response = Tensors.of(new long[] {1, 1, 2, 2}, 3, -1, 0, 4);
        assertThat(mean(response, new Size(1))).isEqualTo(2, CLOSE);
        assertThat(mean(response, new Size(2))).isEqualTo(Math.sqrt(26 / 4.0), CLOSE);
        assertThat(mean(response, new Size(3))).isEqualTo(Math.cbrt(92 / 4.0), CLOSE);
        assertThat(mean(response, new Balance())).isEqualTo(1.5, CLOSE);
    }

    @Test
    void absentStepsCostNothingAndAreNotCounted() {
        Tensor late = Tensors.of(new long[] {2, 3, 1}, 0, 2, 4, 0, 6, 8);
        Tensor cost = ActivityPenalty.mean(late, new boolean[] {false, true, true}, new Size(1));
        assertThat(cost.item_double()).isEqualTo(5, CLOSE);
        Tensor never = Tensors.of(new long[] {1, 2, 1}, 0, 0);
        assertThat(ActivityPenalty.mean(never, new boolean[2], new Size(1)).item_double())
                .isZero();
    }

    @Test
    void silenceCostsNothingAndHasAGradientOfZero() {
        for (ActivityMeasure measure : List.of(new Size(1), new Size(2), new Balance())) {
            Tensor silent = Tensors.of(new long[] {1, 2, 2}, 0, 0, 0, 0).set_requires_grad(true);
            Tensor cost = ActivityPenalty.mean(silent, new boolean[] {true, true}, measure);
            cost.backward();
            assertThat(cost.item_double()).isZero();
            assertThat(Tensors.values(silent.grad())).as("%s", measure).containsOnly(0);
        }
    }

    private static ActivityPenalty read(String yaml) {
        Settings<ActivityPenalty> settings = Settings.of(ActivityPenalty.class);
        return settings.read(List.of(settings.layer(SettingsSource.value("experiment.yaml", yaml))))
                .value();
    }

    @Test
    void itIsWrittenWithTheNamesOfAreas() {
        assertThat(read("{areas: [V1, V2], measure: {kind: size, p: 2}, weight: 0.2}"))
                .isEqualTo(new ActivityPenalty(List.of("V1", "V2"), new Size(2), 0.2));
        assertThat(read("{areas: [V1], measure: balance, weight: 1}"))
                .isEqualTo(new ActivityPenalty(List.of("V1"), new Balance(), 1));
        assertThatThrownBy(() -> read("{areas: [V1], measure: {kind: size, p: 0}, weight: 1}"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("measure.p is 0, which is too small");
        assertThatThrownBy(() -> read("{areas: [V1, V1], weight: 1}")).hasMessageContaining("names an area twice");
        assertThatThrownBy(() -> read("{areas: [], weight: 1}")).hasMessageContaining("no area");
    }

    @Test
    void itIsATermOfALossOverAreasThatTheModelHas() {
        ModelInfo model = ModelInfo.named("Net")
                .input("input", 1, 1, 1)
                .area("V1", 0, 4, 8, 8)
                .area("V2", 0, 4, 8, 8)
                .build();
        LossPlace place = new LossPlace(model, List.of("disc", "square"));
        LossSettings settings = new ActivityPenalty(List.of("V1", "V2"), new Size(1), 0.5);
        assertThat(new Loss(List.of(settings), place).areas()).containsExactlyInAnyOrder("V1", "V2");
        assertThat(new Loss(List.of(settings, settings), place).names()).containsExactly("activity", "activity_2");
        assertThatThrownBy(() -> new ActivityPenalty(List.of("V3"), new Size(1), 0.5).term(place))
                .isInstanceOf(UserError.class)
                .hasMessage("Net has no area or probe 'V3' to charge");
    }
}
