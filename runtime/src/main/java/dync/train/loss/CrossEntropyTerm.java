package dync.train.loss;

import dync.runtime.Nearest;
import dync.runtime.UserError;
import dync.stimulus.Schedule;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Cross-entropy over time, with whatever of its options is asked for. */
final class CrossEntropyTerm implements LossTerm {
    private static final long EACH = 0;

    private final LossSettings.CrossEntropy settings;
    private final List<String> classes;

    /** @throws UserError if weights are given for classes that there are not */
    CrossEntropyTerm(LossSettings.CrossEntropy settings, List<String> classes) {
        this.settings = settings;
        this.classes = classes;
        for (String name : settings.classWeights().keySet()) {
            if (!classes.contains(name)) {
                throw new UserError(
                        "the loss weighs a class '" + name + "' that the data set has not",
                        Nearest.advice(name, classes));
            }
        }
    }

    @Override
    public Tensor of(Judged judged) {
        boolean plain = settings.steps() instanceof StepWeights.Even
                && settings.labelSmoothing() == 0
                && settings.classWeights().isEmpty();
        return plain ? CrossEntropyOverTime.of(judged.answers(), judged.labels()) : weighted(judged);
    }

    /** As PyTorch's mean: the sum over what counts, by the sum of how much it counts. */
    private Tensor weighted(Judged judged) {
        Tensor labels = judged.labels();
        Tensor flat = judged.answers().flatten(0, 1).to(ScalarType.Float);
        Tensor counts = settings.steps().of(labels);
        TensorOptional byClass = new TensorOptional();
        Tensor whole = counts;
        if (!settings.classWeights().isEmpty()) {
            Tensor weights = classWeights().to(flat.device(), ScalarType.Float);
            byClass = new TensorOptional(weights);
            whole = counts.mul(weights.index_select(0, labels.flatten().clamp_min(new Scalar(0L)))
                    .view(labels.shape()));
        }
        Tensor each = torch.cross_entropy_loss(
                        flat, labels.flatten(), byClass, EACH, Schedule.UNLABELLED, settings.labelSmoothing())
                .view(labels.shape());
        return each.mul(counts).sum().div(Means.divisor(whole));
    }

    private Tensor classWeights() {
        float[] weights = new float[classes.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] =
                    settings.classWeights().getOrDefault(classes.get(i), 1.0).floatValue();
        }
        Tensor tensor = torch.empty(new long[] {weights.length}, new TensorOptions(ScalarType.Float), null);
        tensor.data_ptr_float().put(weights, 0, weights.length);
        return tensor;
    }
}
