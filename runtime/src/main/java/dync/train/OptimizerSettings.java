package dync.train;

/**
 * The constants of an optimiser.
 *
 * @param kind which one
 * @param momentum of SGD: the share of the last update that goes into this one, 0 to below 1
 * @param beta1 of Adam and AdamW: how slowly the mean of the gradients forgets, 0 to below 1
 * @param beta2 of Adam and AdamW: how slowly the mean of the squared gradients forgets, 0 to below 1
 * @param epsilon of Adam and AdamW: keeps the division finite
 * @param weightDecay SGD and Adam add {@code weightDecay · w} to the gradient, AdamW shrinks w itself; 0 is off
 */
public record OptimizerSettings(
        OptimizerKind kind, double momentum, double beta1, double beta2, double epsilon, double weightDecay) {

    /** Checks the ranges. */
    public OptimizerSettings {
        Checks.share("momentum", momentum);
        Checks.share("beta1", beta1);
        Checks.share("beta2", beta2);
        Checks.positive("epsilon", epsilon);
        Checks.atLeast("weight_decay", weightDecay, 0.0);
    }

    /** The usual constants of a kind, without weight decay. */
    public static OptimizerSettings of(OptimizerKind kind) {
        return new OptimizerSettings(kind, 0.9, 0.9, 0.999, 1e-8, kind == OptimizerKind.ADAMW ? 0.01 : 0);
    }
}
