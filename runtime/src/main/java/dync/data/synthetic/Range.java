package dync.data.synthetic;

import dync.runtime.UserError;
import dync.settings.Key;
import java.util.Random;

/**
 * From where to where a parameter is drawn, evenly. Two equal numbers fix it.
 *
 * @param low the smallest value
 * @param high the largest value
 */
public record Range(
        @Key("smallest value") double low,
        @Key("largest value") double high) {
    /** Checks the order. */
    public Range {
        if (!(low <= high) || !Double.isFinite(low) || !Double.isFinite(high)) {
            throw new UserError("a range from " + low + " to " + high, "the smaller number comes first");
        }
    }

    /** Always the same value. */
    public static Range fixed(double value) {
        return new Range(value, value);
    }

    double draw(Random random) {
        return low + (high - low) * random.nextDouble();
    }
}
