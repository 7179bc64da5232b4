package dync.train.diagnose;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** What is not finite, and where; {@link #toString} says it in a phrase. */
public sealed interface Finding {

    /**
     * A weight was moved out of the finite, before the run.
     *
     * @param share of its values that are not finite, 0 to 1
     */
    record InWeight(String weight, double share) implements Finding {
        @Override
        public String toString() {
            return "weight " + weight + " is not finite after the last update, " + percent(share) + " of its values";
        }
    }

    /**
     * An area, probe or readout left the finite, while all weights are finite.
     *
     * @param what it is: area or readout
     * @param step from 0, without the idle ones
     * @param largest the weight of the area with the largest absolute value, as a phrase; empty if it has none
     */
    record InForward(String what, String name, int step, double ms, double share, String largest) implements Finding {
        @Override
        public String toString() {
            return what + " " + name + " is the first with a value that is not finite, at step " + step + " ("
                    + BigDecimal.valueOf(ms)
                            .round(new MathContext(4))
                            .stripTrailingZeros()
                            .toPlainString() + " ms), " + percent(share) + " of its values"
                    + (largest.isEmpty() ? "" : "; its largest weight is " + largest);
        }
    }

    /**
     * All values of the run are finite, a gradient is not.
     *
     * @param weight the last in the model's order, hence the first on the gradient's way back
     */
    record InGradient(String weight, double share) implements Finding {
        @Override
        public String toString() {
            return "all values are finite, the gradient is not: the first on its way back is that of " + weight + ", "
                    + percent(share) + " of its values";
        }
    }

    /** Everything is finite when looked at again. */
    record Nowhere() implements Finding {
        @Override
        public String toString() {
            return "a second run of the same batch stays finite, so it depends on what the model draws at random";
        }
    }

    private static String percent(double share) {
        double percent = 100 * share;
        return percent < 0.1
                ? "less than 0.1 %"
                : String.format(Locale.ROOT, percent < 10 ? "%.2g %%" : "%.0f %%", percent);
    }
}
