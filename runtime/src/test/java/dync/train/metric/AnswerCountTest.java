package dync.train.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnswerCountTest {
    private static final MetricSettings SETTINGS = new MetricSettings(List.of(2), 0.8, 10);
    private static final int NONE = -1;

    private final PointerScope scope = new PointerScope();

    @AfterEach
    void free() {
        scope.close();
    }

    /** Two images over three steps, the first step not asked; the first image is class 0, the second class 2. */
    private AnswerReport twoImages() {
        float[][][] answers = {
            {{9, 0, 0}, {0, 1, 0}, {3, 0, 0}},
            {{9, 0, 0}, {0, 0, 5}, {1, 0, 0.5f}},
        };
        int[][] labels = {{NONE, 0, 0}, {NONE, 2, 2}};
        AnswerCount count = new AnswerCount(SETTINGS);
        count.add(answers(answers), labels(labels));
        return count.result();
    }

    @Test
    void readsTheAnswersAtEachStepAndOverall() {
        AnswerReport report = twoImages();

        assertThat(report.samples()).isEqualTo(2);
        assertThat(report.course().steps()).hasSize(3);
        assertThat(report.course().steps().get(0).labelled()).isZero();
        assertThat(report.course().steps().get(0).accuracy()).isNaN();
        assertThat(report.course().steps().get(1).accuracy()).isEqualTo(0.5);
        assertThat(report.last().orElseThrow().accuracy()).isEqualTo(0.5);
        assertThat(report.overall().accuracy()).isEqualTo(0.5);
        assertThat(report.best().orElseThrow().step()).isEqualTo(1);
    }

    @Test
    void theSumOfTheAnswersThatCountDecidesCumulatively() {
        AnswerReport report = twoImages();

        // image 1: (0, 1, 0) then (3, 1, 0); image 2: (0, 0, 5) then (1, 0, 5.5); the 9 of the first step never counts
        assertThat(report.course().steps().get(1).cumulative()).isEqualTo(0.5);
        assertThat(report.course().steps().get(2).cumulative()).isEqualTo(1);
    }

    @Test
    void aReaderDecidesWhenSureOrAtTheEnd() {
        Decisions decisions = twoImages().decisions();

        // image 1 reaches softmax(3, 0, 0) = 0.909 at step 2, image 2 softmax(0, 0, 5) = 0.987 at step 1
        assertThat(decisions.accuracy()).isEqualTo(1);
        assertThat(decisions.sure()).isEqualTo(1);
        assertThat(decisions.meanStep()).isEqualTo(1.5);
    }

    @Test
    void lossConfidenceAndEntropyAreThoseOfSoftmax() {
        TimeCourse.Step step = twoImages().course().steps().get(2);
        double[] first = {Math.exp(3), 1, 1};
        double[] second = {Math.exp(1), 1, Math.exp(0.5)};

        assertThat(step.loss()).isEqualTo(-(Math.log(share(first, 0)) + Math.log(share(second, 2))) / 2, within(1e-6));
        assertThat(step.guessConfidence()).isEqualTo((share(first, 0) + share(second, 0)) / 2, within(1e-6));
        assertThat(step.labelConfidence()).isEqualTo((share(first, 0) + share(second, 2)) / 2, within(1e-6));
        assertThat(step.entropy()).isEqualTo((entropy(first) + entropy(second)) / 2, within(1e-6));
    }

    @Test
    void equalAnswersCountInTheOrderOfTheirClasses() {
        AnswerCount count = new AnswerCount(SETTINGS);
        count.add(
                answers(new float[][][] {{{1, 1, 1}}, {{1, 1, 1}}, {{1, 1, 1}}}), labels(new int[][] {{0}, {1}, {2}}));
        AnswerReport report = count.result();

        assertThat(report.overall().accuracy()).isEqualTo(1 / 3.0);
        assertThat(report.overall().among()).containsEntry(2, 2 / 3.0);
    }

    @Test
    void anAnswerThatIsNoNumberIsNeverRight() {
        AnswerCount count = new AnswerCount(SETTINGS);
        count.add(answers(new float[][][] {{{Float.NaN, 1, 5}}}), labels(new int[][] {{2}}));

        assertThat(count.result().overall().among()).containsEntry(2, 0.0);
        assertThat(count.result().overall().loss()).isNaN();
    }

    @Test
    void tellsWhichClassWasTakenForWhich() {
        Confusion confusion = twoImages().confusion();

        assertThat(confusion.counts()).containsExactly(List.of(1L, 0L, 0L), List.of(0L, 0L, 0L), List.of(1L, 0L, 0L));
        assertThat(confusion.recall()).containsExactly(1.0, Double.NaN, 0.0);
    }

    @Test
    void calibrationIsTheMeanDistanceOfConfidenceAndAccuracy() {
        AnswerCount count = new AnswerCount(new MetricSettings(List.of(), 0.8, 2));
        float sure = (float) Math.log(9); // confidence 0.9
        float unsure = (float) Math.log(1.0 / 0.6 - 1); // of class 1, so that class 0 has 0.6
        count.add(
                answers(new float[][][] {{{sure, 0}}, {{sure, 0}}, {{0, unsure}}, {{0, unsure}}}),
                labels(new int[][] {{0}, {1}, {0}, {0}}));

        Calibration calibration = count.result().calibration();

        assertThat(calibration.bins().get(1).samples()).isEqualTo(4);
        assertThat(calibration.bins().get(1).confidence()).isEqualTo(0.75, within(1e-6));
        assertThat(calibration.bins().get(1).accuracy()).isEqualTo(0.75);
        assertThat(calibration.error()).isEqualTo(0, within(1e-6));
        AnswerCount finer = new AnswerCount(new MetricSettings(List.of(), 0.8, 10));
        finer.add(
                answers(new float[][][] {{{sure, 0}}, {{sure, 0}}, {{0, unsure}}, {{0, unsure}}}),
                labels(new int[][] {{0}, {1}, {0}, {0}}));
        assertThat(finer.result().calibration().error()).isEqualTo(0.5 * 0.4 + 0.5 * 0.4, within(1e-6));
    }

    @Test
    void countsOfPartsMergeToTheSameInAnyOrderToTheLastBit() {
        Random random = new Random(4);
        float[][][] answers = new float[30][4][5];
        int[][] labels = new int[30][4];
        for (int b = 0; b < 30; b++) {
            for (int t = 0; t < 4; t++) {
                labels[b][t] = random.nextInt(6) - 1;
                for (int k = 0; k < 5; k++) {
                    answers[b][t][k] = (float) (3 * random.nextGaussian());
                }
            }
        }
        AnswerCount whole = new AnswerCount(SETTINGS);
        whole.add(answers(answers), labels(labels));
        AnswerCount parts = new AnswerCount(SETTINGS);
        for (int[] part : new int[][] {{20, 30}, {0, 7}, {7, 20}}) {
            AnswerCount one = new AnswerCount(SETTINGS);
            one.add(
                    answers(java.util.Arrays.copyOfRange(answers, part[0], part[1])),
                    labels(java.util.Arrays.copyOfRange(labels, part[0], part[1])));
            parts.merge(one);
        }

        assertThat(parts.result()).isEqualTo(whole.result());
        assertThat(whole.result().overall().accuracy()).isBetween(0.05, 0.5);
    }

    private static double share(double[] weights, int k) {
        return weights[k] / (weights[0] + weights[1] + weights[2]);
    }

    private static double entropy(double[] weights) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            sum -= share(weights, k) * Math.log(share(weights, k));
        }
        return sum;
    }

    private static Tensor answers(float[][][] values) {
        int[] shape = {values.length, values[0].length, values[0][0].length};
        Tensor tensor =
                torch.empty(new long[] {shape[0], shape[1], shape[2]}, new TensorOptions(ScalarType.Float), null);
        float[] flat = new float[shape[0] * shape[1] * shape[2]];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = values[i / shape[2] / shape[1]][i / shape[2] % shape[1]][i % shape[2]];
        }
        tensor.data_ptr_float().put(flat);
        return tensor;
    }

    private static Tensor labels(int[][] values) {
        Tensor tensor =
                torch.empty(new long[] {values.length, values[0].length}, new TensorOptions(ScalarType.Long), null);
        long[] flat = new long[values.length * values[0].length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = values[i / values[0].length][i % values[0].length];
        }
        tensor.data_ptr_long().put(flat);
        return tensor;
    }
}
