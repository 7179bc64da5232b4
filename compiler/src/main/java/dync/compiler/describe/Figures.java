package dync.compiler.describe;

import dync.compiler.evaluate.Describe;
import dync.compiler.value.Dimension;
import dync.compiler.value.Rational;
import java.util.Locale;

/** Numbers as people read them. */
public final class Figures {
    private static final String[] LARGE = {"", " k", " M", " G", " T"};

    private Figures() {}

    /** {@code 12,709} */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Three digits and what they are multiplied by: {@code 12.9 M}. */
    public static String large(long value) {
        double shown = value;
        int power = 0;
        while (shown >= 999.5 && power < LARGE.length - 1) {
            shown /= 1000;
            power++;
        }
        int decimals = power == 0 || shown >= 99.95 ? 0 : shown >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f%s", shown, LARGE[power]);
    }

    /** So many steps of a clock as a time: {@code 6 ms}. */
    public static String time(int steps, Rational step) {
        return Describe.number(Rational.of(steps).times(step), Dimension.TIME);
    }

    /** {@code 1 step}, {@code 3 steps} */
    public static String steps(int steps) {
        return steps == 1 ? "1 step" : count(steps) + " steps";
    }

    /** A number of things: {@code 1 parameter}, {@code 12,709 parameters}. */
    public static String of(long count, String thing) {
        return count(count) + " " + thing + (count == 1 ? "" : "s");
    }
}
