package dync.settings;

import dync.runtime.Nearest;
import dync.runtime.UserError;
import dync.settings.Written.Scalar;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** Single values from text, and back. */
final class Scalars {
    /** No whole number that fits has more characters, and long ones take long to read. */
    private static final int LONGEST = 40;

    private static final int DIGITS = 19;

    private Scalars() {}

    /** What a setting takes, for messages. */
    static String expected(Schema schema) {
        if (schema instanceof Schema.Whole) {
            return "a whole number";
        }
        if (schema instanceof Schema.Real real) {
            return real.unit().isEmpty() ? "a number" : "a number with its unit, as in 10 " + real.unit();
        }
        if (schema instanceof Schema.Flag) {
            return "true or false";
        }
        if (schema instanceof Schema.File) {
            return "the path of a file";
        }
        if (schema instanceof Schema.Choice choice) {
            return "one of " + String.join(", ", choice.names());
        }
        return "a text";
    }

    /**
     * Reads a value.
     *
     * @param path of the setting, for messages
     * @throws UserError if it does not fit
     */
    static Object read(Schema schema, Scalar scalar, String path) {
        String text = scalar.text();
        if (text.indexOf('\0') >= 0) {
            throw new UserError(path + " has a zero byte in it", "leave out the \\0");
        }
        if (scalar.isNothing() && !(schema instanceof Schema.Text)) {
            throw new UserError(path + " has no value", "write " + expected(schema));
        }
        if (schema instanceof Schema.Whole whole) {
            return whole(whole, text, path);
        }
        if (schema instanceof Schema.Real real) {
            return real(real, text, path);
        }
        if (schema instanceof Schema.Flag) {
            return flag(text, path);
        }
        if (schema instanceof Schema.File) {
            return scalar.place().source().resolve(file(text, path));
        }
        if (schema instanceof Schema.Choice choice) {
            return choice(choice, text, path);
        }
        if (schema instanceof Schema.Notation notation) {
            return notation(notation, text);
        }
        return ((Schema.Text) schema).file() ? scalar.place().source().resolve(text) : text;
    }

    private static Object whole(Schema.Whole whole, String text, String path) {
        if (text.matches("[-+]?[0-9]{20,}")) {
            throw tooLarge(whole, text, path);
        }
        long value;
        try {
            BigDecimal number = new BigDecimal(text.length() > LONGEST ? "too long" : text);
            if (number.precision() - (long) number.scale() > DIGITS) {
                throw tooLarge(whole, text, path);
            }
            value = number.longValueExact();
        } catch (NumberFormatException | ArithmeticException e) {
            throw new UserError(path + " is a whole number, not '" + Excerpt.of(text) + "'", "write for example 10");
        }
        require(path, text, value, new Schema.Real(whole.atLeast(), Double.NEGATIVE_INFINITY, whole.atMost(), ""));
        if (!whole.large() && value != (int) value) {
            throw tooLarge(whole, text, path);
        }
        return whole.large() ? (Object) value : (Object) (int) value;
    }

    private static UserError tooLarge(Schema.Whole whole, String text, String path) {
        boolean negative = text.startsWith("-");
        long limit = whole.large()
                ? negative ? Long.MIN_VALUE : Long.MAX_VALUE
                : negative ? Integer.MIN_VALUE : Integer.MAX_VALUE;
        return new UserError(
                path + " is too " + (negative ? "small: " : "large: ") + Excerpt.of(text),
                "write at " + (negative ? "least " : "most ") + limit);
    }

    private static Object real(Schema.Real real, String text, String path) {
        double value = Quantities.read(real.unit(), text, path);
        require(path, text, value, real);
        return value;
    }

    private static void require(String path, String text, double value, Schema.Real range) {
        String unit = range.unit().isEmpty() ? "" : " " + range.unit();
        if (value < range.atLeast()) {
            throw new UserError(
                    path + " is " + text + ", which is too small", "write at least " + number(range.atLeast()) + unit);
        }
        if (value <= range.above()) {
            throw new UserError(
                    path + " is " + text + ", which is too small", "write more than " + number(range.above()) + unit);
        }
        if (value > range.atMost()) {
            throw new UserError(
                    path + " is " + text + ", which is too large", "write at most " + number(range.atMost()) + unit);
        }
    }

    private static Object flag(String text, String path) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new UserError(path + " is true or false, not '" + Excerpt.of(text) + "'", "write true or false");
    }

    private static Path file(String text, String path) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UserError(
                    path + " is the path of a file, which '" + Excerpt.of(text) + "' cannot be", e.getReason());
        }
    }

    private static Object choice(Schema.Choice choice, String text, String path) {
        int index = choice.names().indexOf(text);
        if (index < 0) {
            throw new UserError(path + " cannot be '" + Excerpt.of(text) + "'", Nearest.advice(text, choice.names()));
        }
        return choice.type().getEnumConstants()[index];
    }

    private static Object notation(Schema.Notation notation, String text) {
        try {
            return notation.parse().invoke(null, text);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof UserError unfit) {
                throw unfit;
            }
            throw new IllegalStateException(notation.parse() + " failed on '" + text + "'", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(notation.parse() + " cannot be called", e);
        }
    }

    /** A value as it would be written. */
    static String text(Schema schema, Object value) {
        if (schema instanceof Schema.Real real) {
            return number((Double) value) + (real.unit().isEmpty() ? "" : " " + real.unit());
        }
        return value instanceof Enum<?> constant ? constant.name().toLowerCase(Locale.ROOT) : value.toString();
    }

    /** The shortest text that reads as the same number, without a needless {@code .0}. */
    static String number(double value) {
        return Double.toString(value).replaceFirst("\\.0(?=E|$)", "").replace('E', 'e');
    }
}
