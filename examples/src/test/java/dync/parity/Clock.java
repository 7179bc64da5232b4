package dync.parity;

import java.math.BigDecimal;

/**
 * How the reference turns milliseconds into steps: in binary floating point, cut off for recurrence, feedforward and
 * the length of a history, rounded half to even for skip and feedback.
 *
 * @param dt ms of one step
 */
record Clock(double dt) {
    int cut(double ms) {
        return (int) (ms / dt);
    }

    int rounded(double ms) {
        return (int) Math.rint(ms / dt);
    }

    /** So many steps as a time of the language, exactly. */
    String time(int steps) {
        return BigDecimal.valueOf(dt)
                        .multiply(BigDecimal.valueOf(steps))
                        .stripTrailingZeros()
                        .toPlainString() + " ms";
    }
}
