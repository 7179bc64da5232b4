package dync.train;

import dync.runtime.UserError;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * What activity costs: how much there is of it, or how far excitation and inhibition are from balance.
 *
 * <p>With {@code a} the n values of one sample in one area at one step, a size of p costs
 * {@code (Σ |a|^p / n)^(1/p)}, a balance {@code |Σ a / n|}. The loss is the mean over the samples, the areas and the
 * steps; a step at which an area is absent costs nothing, and steps at which all are absent are not counted.
 */
public final class ActivityLoss {
    /** What an area is charged for. */
    public sealed interface Charge {
        /**
         * Its amount: {@code (Σ |a|^p / n)^(1/p)}; 1 is the mean of the absolute values, 2 the root of the mean square.
         *
         * @param order p, above 0
         */
        record Size(double order) implements Charge {
            /**
             * Checks the order.
             *
             * @throws UserError if it is not above 0 and finite
             */
            public Size {
                if (!(order > 0) || Double.isInfinite(order)) {
                    throw new UserError(
                            "activity has no norm of order " + order, "give a number above 0, usually 1 or 2");
                }
            }
        }

        /** The imbalance of excitation and inhibition: {@code |Σ a / n|}. */
        record Balance() implements Charge {}
    }

    /**
     * An area that is charged.
     *
     * @param response {@code [B, T, …]} with its gradient, zeros where it is absent
     * @param present for every step whether it is there
     */
    public record Charged(Tensor response, boolean[] present, Charge charge) {}

    private ActivityLoss() {}

    /**
     * The loss of some areas that were recorded in one run.
     *
     * @param areas at least one; samples and steps alike
     * @return one number, with a gradient where the responses have one; 0 if no area is ever there
     */
    public static Tensor of(List<Charged> areas) {
        if (areas.isEmpty()) {
            throw new IllegalArgumentException("activity of no area at all; charge at least one");
        }
        int steps = areas.stream().mapToInt(area -> count(area.present())).max().orElse(0);
        Tensor sum =
                areas.stream().map(ActivityLoss::overTime).reduce(Tensor::add).orElseThrow();
        return sum.div(new Scalar((double) areas.size() * Math.max(1, steps)));
    }

    private static int count(boolean[] present) {
        int count = 0;
        for (boolean there : present) {
            count += there ? 1 : 0;
        }
        return count;
    }

    /** The mean over the samples of the sum over the steps. */
    private static Tensor overTime(Charged area) {
        Tensor values = area.response().flatten(2, -1);
        Tensor costs = area.charge() instanceof Charge.Size size
                ? size(values, size.order())
                : values.mean(2).abs();
        // an absent step is all zeros and costs nothing
        return costs.sum(1).mean();
    }

    /** libtorch's norm has a gradient of 0 where everything is 0; the root of a sum of powers has none. */
    private static Tensor size(Tensor values, double order) {
        return values.norm(new ScalarOptional(new Scalar(order)), 2)
                .mul(new Scalar(Math.pow(values.size(2), -1 / order)));
    }
}
