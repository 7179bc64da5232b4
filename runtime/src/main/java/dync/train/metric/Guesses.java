package dync.train.metric;

import dync.runtime.UserError;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * What a readout takes each step to be, and how sure it is. Answers are {@code [B, T, K]}, not normalised, labels and
 * classes {@code [B, T]}, 64-bit, on one device. No result has a gradient; each belongs to the current scope.
 */
public final class Guesses {
    private Guesses() {}

    /** The class of the largest answer, {@code [B, T]}, 64-bit. */
    public static Tensor of(Tensor answers) {
        return answers.detach().argmax(new LongOptional(2), false);
    }

    /**
     * Whether a label is among the {@code k} largest answers.
     *
     * @param labels a class, or below 0 for none
     * @param k 1 to K
     * @return {@code [B, T]}, of truth values; false where there is no label
     * @throws UserError if there are not so many classes
     */
    public static Tensor among(Tensor answers, Tensor labels, int k) {
        if (k < 1 || k > answers.size(2)) {
            throw new UserError(
                    "there are no " + k + " largest of " + answers.size(2) + " answers",
                    "give 1 to " + answers.size(2));
        }
        Tensor best = answers.detach().topk(k, 2, true, false).get1();
        return best.eq(labels.unsqueeze(2)).any(2);
    }

    /**
     * The probability that softmax gives to a class: {@code exp(y_c) / Σ_k exp(y_k)}.
     *
     * @param classes one class for each sample and step
     * @return {@code [B, T]}; 0 where there is no such class
     */
    public static Tensor confidence(Tensor answers, Tensor classes) {
        Tensor probabilities = answers.detach().softmax(2, new ScalarTypeOptional(ScalarType.Float));
        long last = answers.size(2) - 1;
        Tensor there = classes.ge(new Scalar(0L)).logical_and(classes.le(new Scalar(last)));
        Tensor index = torch.where(there, classes, new Scalar(0L)).unsqueeze(2);
        return probabilities.gather(2, index).squeeze(2).mul(there);
    }

    /**
     * The first label of each sample, for all steps: what a sample is even where the answer does not count.
     *
     * @return {@code [B, T]}; -1 where a sample has no label at all
     */
    public static Tensor firstLabels(Tensor labels) {
        Tensor labelled = labels.ge(new Scalar(0L));
        Tensor first = labelled.to(ScalarType.Int).argmax(new LongOptional(1), true);
        Tensor found = torch.where(labelled.any(1, true), labels.gather(1, first), new Scalar(-1L));
        return found.expand(labels.shape());
    }
}
