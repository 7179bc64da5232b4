package dync.train;

import static org.assertj.core.api.Assertions.assertThat;

import dync.data.Parity;
import dync.runtime.Tensors;
import dync.runtime.weights.Safetensors;
import dync.runtime.weights.TensorFile;
import dync.train.loss.CrossEntropyOverTime;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LossAndAccuracyTest {
    private final PointerScope scope = new PointerScope();

    @AfterEach
    void free() {
        scope.close();
    }

    private static Tensor labels(long samples, long steps, double... values) {
        return Tensors.of(new long[] {samples, steps}, values).to(ScalarType.Long);
    }

    @Test
    void theLossIsTheMeanOverLabelledPairs() {
        // two classes with answers (0, ln 3): probabilities 1/4 and 3/4
        Tensor answers = Tensors.of(new long[] {1, 3, 2}, 0, Math.log(3), 0, Math.log(3), 0, Math.log(3));
        assertThat(CrossEntropyOverTime.of(answers, labels(1, 3, 0, 1, -1)).item_double())
                .isEqualTo((Math.log(4) + Math.log(4.0 / 3)) / 2, Offset.offset(1e-6));
    }

    @Test
    void withoutAnyLabelTheLossAndItsGradientAreZero() {
        Tensor answers = torch.ones(2, 3, 4).set_requires_grad(true);
        Tensor loss = CrossEntropyOverTime.of(answers, labels(2, 3, -1, -1, -1, -1, -1, -1));
        loss.backward();
        assertThat(loss.item_float()).isZero();
        assertThat(Tensors.values(answers.grad())).containsOnly(0);
    }

    @Test
    void lossGradientAndAccuracyAgreeWithTheRecordedReference() {
        try (TensorFile file = Safetensors.open(Parity.file("losses_metrics_sampler"))) {
            Tensor answers = file.read("outputs").set_requires_grad(true);
            Tensor labels = file.read("labels");
            Tensor loss = CrossEntropyOverTime.of(answers, labels);
            assertClose(loss, file.read("ce_loss"));
            loss.backward();
            assertClose(answers.grad(), file.read("ce_grad"));
            assertClose(
                    CrossEntropyOverTime.of(answers, torch.full_like(labels, new Scalar(-1L))),
                    file.read("ce_loss_all_ignored"));
            StepAccuracy accuracy = new StepAccuracy();
            accuracy.add(answers, labels);
            assertThat(accuracy.overall()).isEqualTo(file.read("accuracy").item_float(), Offset.offset(1e-6));
        }
    }

    private static void assertClose(Tensor got, Tensor wanted) {
        double[] expected = Tensors.values(wanted);
        double most = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        assertThat(Tensors.values(got)).containsExactly(expected, Offset.offset(1e-5 * most));
    }

    @Test
    void accuracyIsCountedStepByStep() {
        StepAccuracy accuracy = new StepAccuracy();
        // answers 0, 1, 1 and 1, 1, 0
        Tensor answers = Tensors.of(new long[] {2, 3, 2}, 1, 0, 0, 1, 0, 1, 0, 1, 0, 1, 1, 0);
        accuracy.add(answers, labels(2, 3, 0, 1, -1, 0, 1, -1));
        accuracy.add(answers, labels(2, 3, -1, 0, -1, -1, 1, -1));
        assertThat(accuracy.perStep()).containsExactly(0.5, 0.75, Double.NaN);
        assertThat(accuracy.last()).isEqualTo(0.75);
        assertThat(accuracy.overall()).isEqualTo(4.0 / 6);
        assertThat(accuracy.labelled()).isEqualTo(6);
    }

    @Test
    void nothingCountedIsNotANumber() {
        assertThat(new StepAccuracy().overall()).isNaN();
        assertThat(new StepAccuracy().last()).isNaN();
    }
}
