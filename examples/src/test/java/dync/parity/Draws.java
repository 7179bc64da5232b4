package dync.parity;

import java.util.Locale;
import java.util.Optional;

/**
 * Many draws of one weight by our own initialiser, against one draw of the reference's of which mean, deviation and
 * extremes are known. Deviations of more than five standard errors are none that chance explains.
 */
final class Draws {
    private static final double ERRORS = 5;

    /** The chance at which all that many largest values of both sides come from ours alone. */
    private static final double CHANCE = 1e-6;

    /** What single precision leaves of a mean. */
    private static final double ROUNDING = 2e-6;

    /** One draw of the reference: the deviation is that of these values, not an estimate. */
    record Statistics(double mean, double std, double min, double max) {}

    private final Statistics theirs;
    private final long size;
    private final double[] powers = new double[5];
    private double origin;
    private long above;
    private long below;

    /** @param size how many values one draw has */
    Draws(Statistics theirs, long size) {
        this.theirs = theirs;
        this.size = size;
    }

    void add(double[] values) {
        if (powers[0] == 0) {
            origin = values[0];
        }
        for (double value : values) {
            double distance = value - origin;
            double power = 1;
            for (int k = 0; k < powers.length; k++) {
                powers[k] += power;
                power *= distance;
            }
            above += value > theirs.max() ? 1 : 0;
            below += value < theirs.min() ? 1 : 0;
        }
    }

    /** @return what cannot be chance; empty where the reference's draw may be one of ours */
    Optional<String> implausible() {
        double all = powers[0];
        double shift = powers[1] / all;
        double square = powers[2] / all;
        double variance = Math.max(0, square - shift * shift);
        double fourth =
                powers[4] / all - 4 * shift * powers[3] / all + 6 * shift * shift * square - 3 * Math.pow(shift, 4);
        double mean = origin + shift;
        double scale = Math.max(Math.abs(theirs.min()), Math.abs(theirs.max()));
        double meanError = ERRORS * Math.sqrt(variance * (1.0 / size + 1 / all)) + ROUNDING * scale;
        if (!(Math.abs(theirs.mean() - mean) <= meanError)) {
            return differs("mean", mean, theirs.mean(), meanError);
        }
        double spread = variance * (size - 1) / size;
        double spreadError = size == 1
                ? 0
                : ERRORS
                        * Math.sqrt(Math.max(0, fourth - variance * variance * (size - 3) / (size - 1.0))
                                * (1.0 / size + 1 / all));
        double found = theirs.std() * theirs.std();
        if (!(Math.abs(found - spread) <= spreadError + ROUNDING * (found + scale * scale * ROUNDING))) {
            return differs("variance", spread, found, spreadError);
        }
        double most = Math.log(CHANCE) / -Math.log1p(size / all);
        if (above > most || below > most) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "%d of our values lie above its largest (%.4g) and %d below its least (%.4g)",
                    above,
                    theirs.max(),
                    below,
                    theirs.min()));
        }
        return Optional.empty();
    }

    private static Optional<String> differs(String what, double ours, double theirs, double allowed) {
        return Optional.of(
                String.format(Locale.ROOT, "its %s is %.4g, ours %.4g; %.1e is chance", what, theirs, ours, allowed));
    }
}
