package dync.train.precision;

import dync.runtime.UserError;
import dync.settings.Key;

/** How the loss is scaled in half precision. The standards are those of PyTorch's GradScaler. */
public record LossScaleSettings(
        @Key(value = "factor of the loss in the first step", standard = "65536", above = 0)
        double initial,

        @Key(
                value = "what the factor grows by when gradients have stayed finite for a while",
                standard = "2",
                above = 1)
        double growth,

        @Key(value = "what the factor shrinks by when a gradient is not finite", standard = "0.5", above = 0)
        double backoff,

        @Key(value = "steps with finite gradients after which the factor grows", standard = "2000", atLeast = 1)
        int every) {

    /** The standards. */
    public static final LossScaleSettings STANDARD = new LossScaleSettings(65536, 2, 0.5, 2000);

    /**
     * Checks the ranges.
     *
     * @throws UserError if growth does not grow or backoff does not shrink
     */
    public LossScaleSettings {
        require(initial > 0 && Double.isFinite(initial), "initial", initial, "above 0");
        require(growth > 1 && Double.isFinite(growth), "growth", growth, "above 1");
        require(backoff > 0 && backoff < 1, "backoff", backoff, "between 0 and 1");
        require(every >= 1, "every", every, "of 1 or more");
    }

    private static void require(boolean holds, String name, double value, String range) {
        if (!holds) {
            throw new UserError(name + " of the loss scale cannot be " + value, "give a number " + range);
        }
    }
}
