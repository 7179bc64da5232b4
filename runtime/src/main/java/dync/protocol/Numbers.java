package dync.protocol;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in tables: seven digits, without needless zeros; nothing for what is no number. */
final class Numbers {
    private static final MathContext DIGITS = new MathContext(7);

    private Numbers() {}

    static String text(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "" : value > 0 ? "inf" : "-inf";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toString();
    }
}
