package dync.stimulus.course;

import dync.runtime.UserError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time, as a number of steps or in milliseconds: {@code 15 steps}, {@code 15}, {@code 30 ms}. It has to be a
 * whole number of steps; nothing is rounded.
 *
 * @param amount 0 or more, of steps a whole number
 * @param unit what it counts
 */
public record Span(double amount, Unit unit) {
    /** What a span is counted in. */
    public enum Unit {
        /** Steps of the model. */
        STEPS,
        /** Milliseconds. */
        MS
    }

    /** No time at all. */
    public static final Span NONE = steps(0);

    private static final Pattern FORM = Pattern.compile("([0-9.]+(?:[eE][-+]?[0-9]+)?)\\s*(steps?|ms|s|)");
    private static final double ROUNDING = 1e-9;

    /**
     * Checks the amount.
     *
     * @throws UserError if it is negative, not finite, or no whole number of steps
     */
    public Span {
        if (!(amount >= 0) || Double.isInfinite(amount)) {
            throw new UserError("a length of " + amount + " is not possible", "give 0 or more");
        }
        if (unit == Unit.STEPS && (amount != Math.rint(amount) || amount > Integer.MAX_VALUE)) {
            throw new UserError(amount + " steps are not possible", "give a whole number of steps, or a time in ms");
        }
    }

    /** So many steps. */
    public static Span steps(int count) {
        return new Span(count, Unit.STEPS);
    }

    /** So many milliseconds. */
    public static Span ms(double time) {
        return new Span(time, Unit.MS);
    }

    /**
     * Reads a span.
     *
     * @param text {@code 15 steps}, {@code 15} (steps as well), {@code 30 ms} or {@code 0.03 s}
     * @throws UserError if it is anything else
     */
    public static Span parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        double amount;
        try {
            amount = form.matches() ? Double.parseDouble(form.group(1)) : Double.NaN;
        } catch (NumberFormatException e) {
            amount = Double.NaN;
        }
        if (Double.isNaN(amount)) {
            throw new UserError(
                    "'" + text + "' is no length of time", "write a number of steps or a time, as 15 steps or 30 ms");
        }
        return switch (form.group(2)) {
            case "ms" -> ms(amount);
            case "s" -> ms(1000 * amount);
            default -> new Span(amount, Unit.STEPS);
        };
    }

    /**
     * The number of steps.
     *
     * @param stepMs length of a step in milliseconds
     * @param what the setting, for messages
     * @throws UserError if it is no whole number of steps
     */
    public int in(double stepMs, String what) {
        double steps = unit == Unit.STEPS ? amount : amount / stepMs;
        double whole = Math.rint(steps);
        if (Math.abs(steps - whole) > ROUNDING * Math.max(1, steps) || whole > Integer.MAX_VALUE) {
            double less = Math.floor(steps);
            throw new UserError(
                    what + " is " + this + ", which is no whole number of steps of " + number(stepMs) + " ms",
                    "write " + number(less * stepMs) + " ms or " + number((less + 1) * stepMs) + " ms");
        }
        return (int) whole;
    }

    private static String number(double value) {
        double rounded = Math.rint(value * 1e9) / 1e9;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        if (unit == Unit.MS) {
            return (amount == Math.rint(amount) && amount < 1e15 ? number(amount) : String.valueOf(amount)) + " ms";
        }
        return (long) amount + (amount == 1 ? " step" : " steps");
    }
}
