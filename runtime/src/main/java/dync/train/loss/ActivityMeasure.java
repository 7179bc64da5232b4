package dync.train.loss;

import dync.runtime.Ops;
import dync.settings.Key;
import dync.settings.Kind;
import org.bytedeco.pytorch.Tensor;

/** What activity is charged for; the measures that {@code penalty} in a model has, by the same formulas. */
public sealed interface ActivityMeasure {
    /**
     * The measure of each sample.
     *
     * @param flow {@code [B, …]}
     * @return {@code [B, 1]}
     */
    Tensor of(Tensor flow);

    /**
     * How much there is of it: {@code (Σ |a|^p / n)^(1/p)} over the n units.
     *
     * @param p order of the norm
     */
    @Kind("how much activity there is: the p-norm per unit")
    record Size(
            @Key(
                    value = "order of the norm: 1 the mean of the absolute values, 2 the root of the mean square",
                    standard = "1",
                    above = 0,
                    atMost = 1e6)
            double p)
            implements ActivityMeasure {
        @Override
        public Tensor of(Tensor flow) {
            return Ops.norm(flow, p);
        }
    }

    /** How far excitation and inhibition are from cancelling: {@code |Σ a / n|}. */
    @Kind("how far excitation and inhibition are from cancelling: the absolute mean")
    record Balance() implements ActivityMeasure {
        @Override
        public Tensor of(Tensor flow) {
            return Ops.balance(flow);
        }
    }
}
