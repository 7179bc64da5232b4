package dync.train.optimise;

import dync.settings.Key;
import java.util.Optional;

/**
 * Weights that are trained otherwise than the rest. Of several groups that name a weight, the first has it.
 *
 * @param match as {@code *.recurrent.*}
 * @param rate of two groups that share an optimizer, one may be slower
 * @param learningRate counts instead of the optimizer's times {@code rate}
 * @param optimizer any constant that differs, or another kind
 */
public record WeightGroup(
        @Key(value = "names of weights, in which a star stands for any letters", main = true)
        String match,

        @Key(value = "their learning rate as a share of the optimizer's", standard = "1", above = 0)
        double rate,

        @Key(value = "their learning rate itself", standard = "", above = 0)
        Optional<Double> learningRate,

        @Key(value = "their weight decay", standard = "", atLeast = 0)
        Optional<Double> weightDecay,

        @Key(value = "an optimizer of their own", standard = "")
        Optional<OptimizerSettings> optimizer) {

    /** A group that differs in its rate alone. */
    public static WeightGroup slower(String match, double rate) {
        return new WeightGroup(match, rate, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
