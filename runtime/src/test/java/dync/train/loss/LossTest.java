package dync.train.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.runtime.ModelInfo;
import dync.runtime.Responses;
import dync.runtime.Tensors;
import dync.runtime.UserError;
import dync.settings.Key;
import dync.settings.Settings;
import dync.settings.SettingsSource;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LossTest {
    /** As an experiment has it. */
    record Training(
            @Key(value = "terms", standard = "[cross_entropy]")
            List<LossSettings> loss) {}

    private static final LossPlace PLACE =
            new LossPlace(ModelInfo.named("Net").build(), List.of("disk", "square", "star"));
    private static final Offset<Double> ROUNDING = Offset.offset(1e-6);

    private final List<Responses> responses = new ArrayList<>();
    private PointerScope scope;
    private Tensor answers;
    private Tensor labels;

    @BeforeEach
    void make() {
        scope = new PointerScope();
        answers = Tensors.waves(ScalarType.Float, 2, 4, 3)
                .mul(new Scalar(2))
                .detach()
                .set_requires_grad(true);
        labels = Tensors.of(new long[] {2, 4}, -1, 2, 0, 1, -1, 0, 0, -1).to(ScalarType.Long);
    }

    @AfterEach
    void free() {
        responses.forEach(Responses::close);
        scope.close();
    }

    private static Loss loss(String yaml) {
        Settings<Training> settings = Settings.of(Training.class);
        return new Loss(
                settings.read(List.of(settings.layer(SettingsSource.value("test", "loss: " + yaml))))
                        .value()
                        .loss(),
                PLACE);
    }

    private Judged judged() {
        return judged(Penalties.none());
    }

    private Judged judged(Responses run) {
        responses.add(run);
        return new Judged(answers, labels, run);
    }

    private double value(String yaml) {
        return loss(yaml).of(judged()).total().item_float();
    }

    private double libtorchs(TensorOptional weights, double smoothing) {
        return torch.cross_entropy_loss(answers.flatten(0, 1), labels.flatten(), weights, 1, -1, smoothing)
                .item_float();
    }

    @Test
    void withoutFurtherWordsItIsTheMeanOverLabelledSteps() {
        assertThat(value("[cross_entropy]")).isEqualTo(libtorchs(new TensorOptional(), 0), ROUNDING);
        assertThat(value("[cross_entropy]"))
                .isEqualTo(CrossEntropyOverTime.of(answers, labels).item_float());
    }

    @Test
    void classWeightsAndLabelSmoothingAreLibtorchs() {
        TensorOptional weights =
                new TensorOptional(Tensors.of(new long[] {3}, 1, 0.25, 3).to(ScalarType.Float));
        assertThat(value("[{kind: cross_entropy, label_smoothing: 0.1}]"))
                .isEqualTo(libtorchs(new TensorOptional(), 0.1), ROUNDING);
        assertThat(value("[{kind: cross_entropy, class_weights: {square: 0.25, star: 3}}]"))
                .isEqualTo(libtorchs(weights, 0), ROUNDING);
        assertThat(value("[{kind: cross_entropy, class_weights: {square: 0.25, star: 3}, label_smoothing: 0.2}]"))
                .isEqualTo(libtorchs(weights, 0.2), ROUNDING);
    }

    @Test
    void aClassThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> loss("[{kind: cross_entropy, class_weights: {sqare: 2}}]"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("'sqare'")
                .satisfies(e -> assertThat(((UserError) e).help()).contains("did you mean 'square'?"));
    }

    @Test
    void stepsCountAsTheyAreWeighed() {
        double[] each = Tensors.values(CrossEntropyOverTime.each(answers, labels));
        assertThat(value("[{kind: cross_entropy, steps: last}]")).isEqualTo((each[3] + each[6]) / 2, ROUNDING);
        assertThat(value("[{kind: cross_entropy, steps: {kind: listed, weights: [9, 1, 0, 3]}}]"))
                .isEqualTo((each[1] + 3 * each[3] + each[5]) / 5, ROUNDING);
        assertThat(value("[{kind: cross_entropy, steps: {kind: ramp, from: 0.25}}]"))
                .isEqualTo(
                        (0.5 * (each[1] + each[5]) + 0.75 * (each[2] + each[6]) + each[3]) / (2 * 0.5 + 2 * 0.75 + 1),
                        ROUNDING);
        assertThatThrownBy(() -> value("[{kind: cross_entropy, steps: {kind: listed, weights: [1]}}]"))
                .hasMessage("the loss lists weights for 1 steps, a run has 4");
    }

    @Test
    void theGradientOfTheLastStepIsThatStepsAlone() {
        loss("[{kind: cross_entropy, steps: last}]").of(judged()).total().backward();
        double[] perStep = Tensors.values(answers.grad().abs().sum(2));
        for (int i = 0; i < perStep.length; i++) {
            if (i == 3 || i == 6) {
                assertThat(perStep[i]).isPositive();
            } else {
                assertThat(perStep[i]).isZero();
            }
        }
    }

    @Test
    void squaredErrorIsTheDistanceFromOneAtTheRightClass() {
        double[] a = Tensors.values(answers);
        long[] wanted = {-1, 2, 0, 1, -1, 0, 0, -1};
        double sum = 0;
        for (int i = 0; i < wanted.length; i++) {
            for (int k = 0; k < 3 && wanted[i] >= 0; k++) {
                sum += Math.pow(a[3 * i + k] - (k == wanted[i] ? 1 : 0), 2) / 3;
            }
        }
        assertThat(value("[mean_squared_error]")).isEqualTo(sum / 5, ROUNDING);
    }

    @Test
    void termsAreSummedWithTheirWeightsAndToldByName() {
        Loss loss = loss("[cross_entropy, {kind: mean_squared_error, weight: 0.5},"
                + " {kind: cross_entropy, weight: 0.25, steps: last}]");
        Loss.Cost cost = loss.of(judged(Penalties.of(2)));
        assertThat(loss.names()).containsExactly("cross_entropy", "mean_squared_error", "cross_entropy_2");
        assertThat(cost.terms()).containsOnlyKeys("cross_entropy", "mean_squared_error", "cross_entropy_2");
        double[] terms =
                cost.terms().values().stream().mapToDouble(Tensor::item_float).toArray();
        assertThat((double) cost.total().item_float())
                .isEqualTo(terms[0] + 0.5 * terms[1] + 0.25 * terms[2] + 2, Offset.offset(1e-5));
        assertThat((double) cost.error().item_float()).isEqualTo(cost.total().item_float() - 2, Offset.offset(1e-5));
    }

    @Test
    void whatHasNoLabelAtAllCostsNothing() {
        labels = torch.full_like(labels, new Scalar(-1L));
        for (String kind : List.of(
                "cross_entropy",
                "{kind: cross_entropy, steps: last}",
                "{kind: cross_entropy, class_weights: {star: 2}}",
                "mean_squared_error")) {
            Tensor total = loss("[" + kind + "]").of(judged()).total();
            total.backward();
            assertThat(total.item_float()).as(kind).isZero();
            assertThat(Tensors.values(answers.grad())).as(kind).containsOnly(0);
        }
    }

    @Test
    void aLossWithoutTermsIsRefused() {
        assertThatThrownBy(() -> loss("[]")).hasMessage("the loss has no term");
    }
}
