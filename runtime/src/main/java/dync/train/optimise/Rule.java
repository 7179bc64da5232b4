package dync.train.optimise;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * One way to follow gradients, with its constants. What it remembers of a weight is kept by {@link Optimizer} and handed
 * in.
 */
interface Rule {
    /** What a rule does to one weight; may change the gradient, which is not needed after. */
    interface Update {
        void apply(Tensor values, Tensor gradient, Memory memory);
    }

    /** What is remembered of one weight: tensors of its shape that begin with zeros. */
    interface Memory {
        Tensor of(String what);
    }

    /** Names of what it remembers of every weight. */
    List<String> remembers();

    /**
     * The update of one step, the same for all weights; its constants belong to the current scope.
     *
     * @param rate length of the step
     * @param count of steps with this one, from 1
     */
    Update step(double rate, long count);

    /** @param decay stands for the settings' own weight decay */
    static Rule of(OptimizerSettings settings, double decay) {
        if (settings instanceof OptimizerSettings.Sgd sgd) {
            return new SgdRule(sgd, decay);
        }
        if (settings instanceof OptimizerSettings.Adam adam) {
            return new AdamRule(adam.beta1(), adam.beta2(), adam.epsilon(), adam.amsgrad(), decay, false);
        }
        if (settings instanceof OptimizerSettings.Adamw adam) {
            return new AdamRule(adam.beta1(), adam.beta2(), adam.epsilon(), adam.amsgrad(), decay, true);
        }
        if (settings instanceof OptimizerSettings.Rmsprop rmsprop) {
            return new RmspropRule(rmsprop, decay);
        }
        if (settings instanceof OptimizerSettings.Adagrad adagrad) {
            return new AdagradRule(adagrad, decay);
        }
        if (settings instanceof OptimizerSettings.Nadam nadam) {
            return new NadamRule(nadam, decay);
        }
        return new RadamRule((OptimizerSettings.Radam) settings, decay);
    }
}
