package dync.train;

import dync.experiment.TrainingSettings;
import dync.runtime.DynModel;
import dync.train.loss.Judged;
import dync.train.loss.Loss;
import dync.train.optimise.GradientClip;
import dync.train.optimise.Optimizer;
import dync.train.precision.LossScaler;
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
    private final LossScaler scaler;
    private final TrainingSettings settings;
    private double error = Double.NaN;

    BatchStep(DynModel model, Loss loss, Optimizer optimizer, LossScaler scaler, TrainingSettings settings) {
        this.model = model;
        this.loss = loss;
        this.optimizer = optimizer;
        this.scaler = scaler;
        this.settings = settings;
    }

    /**
     * Follows the gradient of the loss and, where the model has penalties, of their sum.
     *
     * @throws NotFinite if loss or gradients are not; the weights are then those of before
     */
    void learn(Judged judged, Part part, EpochProgress progress) {
        Loss.Cost cost = loss.of(judged);
        error = cost.error().item_float();
        double penalised = cost.penalty().map(sum -> (double) sum.item_float()).orElse(0.0);
        requireFinite("the loss", error, false);
        requireFinite("the sum of the penalties", penalised, false);
        Tensor total = cost.total();
        scaler.scaled(part.share() == 1 ? total : total.mul(new Scalar(part.share())))
                .backward();
        if (part.last()) {
            move(part);
        }
        progress.add(error, penalised, values(cost), judged.answers(), judged.labels());
    }

    /** A step whose gradient overflows because the loss is scaled is left out. */
    private void move(Part part) {
        if (scaler.unscale(optimizer.weights())) {
            if (settings.clipValues() > 0) {
                GradientClip.values(optimizer.weights(), settings.clipValues());
            }
            double most = settings.clip() > 0 ? settings.clip() : Double.POSITIVE_INFINITY;
            requireFinite("the norm of the gradients", GradientClip.norm(optimizer.weights(), most), true);
            optimizer.step(part.rate());
            model.constrain();
        } else if (scaler.isExhausted()) {
            throw new NotFinite("the largest gradient, without any scaling,", Double.POSITIVE_INFINITY, true);
        }
        optimizer.clearGradients();
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

    private static void requireFinite(String what, double value, boolean inGradient) {
        if (!Double.isFinite(value)) {
            throw new NotFinite(what, value, inGradient);
        }
    }
}
