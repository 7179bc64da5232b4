package dync.train.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.runtime.Tensors;
import dync.runtime.UserError;
import org.assertj.core.data.Offset;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuessesTest {
    private final PointerScope scope = new PointerScope();
    // one sample, three steps, three classes: probabilities (1, 2, 5), (5, 1, 2) and (1, 1, 1) in eighths and thirds
    private final Tensor answers =
            Tensors.of(new long[] {1, 3, 3}, 0, Math.log(2), Math.log(5), Math.log(5), 0, Math.log(2), 3, 3, 3);

    @AfterEach
    void free() {
        scope.close();
    }

    private static Tensor classes(double... values) {
        return Tensors.of(new long[] {1, values.length}, values).to(ScalarType.Long);
    }

    @Test
    void theLargestAnswerIsTheGuessAndTheFirstOfEqualOnes() {
        assertThat(Tensors.values(Guesses.of(answers))).containsExactly(2, 0, 0);
    }

    @Test
    void confidenceIsTheProbabilityOfAClassAndZeroForNone() {
        double[] sure = Tensors.values(Guesses.confidence(answers, classes(1, 0, -1)));
        assertThat(sure).containsExactly(new double[] {2 / 8.0, 5 / 8.0, 0}, Offset.offset(1e-6));
        assertThat(Tensors.values(Guesses.confidence(answers, classes(3, 2, 2))))
                .containsExactly(new double[] {0, 2 / 8.0, 1 / 3.0}, Offset.offset(1e-6));
    }

    @Test
    void aLabelIsAmongTheLargest() {
        Tensor labels = classes(1, 1, -1);
        assertThat(Tensors.values(Guesses.among(answers, labels, 1))).containsExactly(0, 0, 0);
        assertThat(Tensors.values(Guesses.among(answers, labels, 2))).containsExactly(1, 0, 0);
        assertThat(Tensors.values(Guesses.among(answers, labels, 3))).containsExactly(1, 1, 0);
        for (int k : new int[] {0, 4}) {
            assertThatThrownBy(() -> Guesses.among(answers, labels, k))
                    .isInstanceOf(UserError.class)
                    .hasMessage("there are no " + k + " largest of 3 answers");
        }
    }

    @Test
    void theFirstLabelStandsForTheWholeRun() {
        Tensor labels =
                Tensors.of(new long[] {3, 3}, -1, 2, 0, 0, -1, 1, -1, -1, -1).to(ScalarType.Long);
        assertThat(Tensors.values(Guesses.firstLabels(labels))).containsExactly(2, 2, 2, 0, 0, 0, -1, -1, -1);
    }
}
