package dync.train;

import dync.experiment.TrainingSettings;
import dync.runtime.DynModel;
import dync.train.optimise.GradientClip;
import dync.train.optimise.Optimizer;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/** What one batch does to the weights. */
final class BatchStep {
    private final DynModel model;
    private final Optimizer optimizer;
    private final TrainingSettings settings;
    private final Position before;
    private double loss = Double.NaN;

    BatchStep(DynModel model, Optimizer optimizer, TrainingSettings settings, Position before) {
        this.model = model;
        this.optimizer = optimizer;
        this.settings = settings;
        this.before = before;
    }

    /**
     * Follows the gradient of the cross-entropy and, where the model has penalties, of their sum.
     *
     * @throws TrainingFailed if loss or gradients are not finite; the weights are then those of before
     */
    void learn(Tensor answers, Tensor labels, Optional<Tensor> penalty, EpochProgress progress) {
        Tensor error = CrossEntropyOverTime.of(answers, labels);
        loss = error.item_float();
        double penalised = penalty.map(sum -> (double) sum.item_float()).orElse(0.0);
        requireFinite("the loss", loss);
        requireFinite("the sum of the penalties", penalised);
        penalty.map(error::add).orElse(error).backward();
        if (settings.clip() > 0) {
            requireFinite("the norm of the gradients", GradientClip.norm(optimizer.weights(), settings.clip()));
        }
        optimizer.step(1);
        optimizer.clearGradients();
        model.constrain();
        progress.add(loss, penalised, answers, labels);
    }

    double loss() {
        return loss;
    }

    private void requireFinite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new TrainingFailed(
                    what + " is " + value + " in epoch " + (before.epochs() + 1) + ", batch " + (before.batches() + 1),
                    "lower the learning rate (now " + settings.optimizer().learningRate() + ")"
                            + (settings.clip() > 0 ? "" : " or clip gradients")
                            + "; the run folder keeps the last checkpoint");
        }
    }
}
