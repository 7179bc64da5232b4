package dync.train;

import dync.experiment.TrainingSettings;
import dync.runtime.DynModel;
import dync.train.loss.Judged;
import dync.train.loss.Loss;
import dync.train.optimise.GradientClip;
import dync.train.optimise.Optimizer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** What one batch does to the weights. */
final class BatchStep {
    /**
     * The batch's part in an update.
     *
     * @param share of its loss in the update's
     * @param last whether the weights move after it
     * @param rate factor of all learning rates
     */
    record Part(double share, boolean last, double rate) {}

    private final DynModel model;
    private final Loss loss;
    private final Optimizer optimizer;
    private final TrainingSettings settings;
    private final Position before;
    private double error = Double.NaN;

    BatchStep(DynModel model, Loss loss, Optimizer optimizer, TrainingSettings settings, Position before) {
        this.model = model;
        this.loss = loss;
        this.optimizer = optimizer;
        this.settings = settings;
        this.before = before;
    }

    /**
     * Follows the gradient of the loss and, where the model has penalties, of their sum.
     *
     * @throws TrainingFailed if loss or gradients are not finite; the weights are then those of before
     */
    void learn(Judged judged, Part part, EpochProgress progress) {
        Loss.Cost cost = loss.of(judged);
        error = cost.error().item_float();
        double penalised = cost.penalty().map(sum -> (double) sum.item_float()).orElse(0.0);
        requireFinite("the loss", error, part);
        requireFinite("the sum of the penalties", penalised, part);
        Tensor total = cost.total();
        (part.share() == 1 ? total : total.mul(new Scalar(part.share()))).backward();
        if (part.last()) {
            move(part);
        }
        progress.add(error, penalised, values(cost), judged.answers(), judged.labels());
    }

    private void move(Part part) {
        if (settings.clipValues() > 0) {
            GradientClip.values(optimizer.weights(), settings.clipValues());
        }
        if (settings.clip() > 0) {
            requireFinite("the norm of the gradients", GradientClip.norm(optimizer.weights(), settings.clip()), part);
        }
        optimizer.step(part.rate());
        optimizer.clearGradients();
        model.constrain();
    }

    /** The terms of a cost as numbers. */
    static Map<String, Double> values(Loss.Cost cost) {
        Map<String, Double> values = new LinkedHashMap<>();
        cost.terms().forEach((name, term) -> values.put(name, (double) term.item_float()));
        return values;
    }

    double loss() {
        return error;
    }

    private void requireFinite(String what, double value, Part part) {
        if (!Double.isFinite(value)) {
            throw new TrainingFailed(
                    what + " is " + value + " in epoch " + (before.epochs() + 1) + ", batch " + (before.batches() + 1),
                    "lower the learning rate (now "
                            + optimizer.grouping().groups().get(0).learningRate() * part.rate() + ")"
                            + (settings.clip() > 0 ? "" : " or clip gradients")
                            + "; the run folder keeps the last checkpoint");
        }
    }
}
