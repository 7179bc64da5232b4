package dync.settings;

import dync.runtime.UserError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with units: {@code 10 ms}, {@code 0.5 s}, {@code 30 deg}. */
final class Quantities {
    private static final Pattern FORM = Pattern.compile("([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)\\s*([A-Za-zµ]*)");
    private static final Map<String, Map<String, Double>> UNITS = Map.of(
            "ms", ordered("ms", 1, "s", 1000, "us", 1e-3, "µs", 1e-3),
            "deg", ordered("deg", 1, "rad", 180 / Math.PI),
            "Hz", ordered("Hz", 1, "kHz", 1000));

    private Quantities() {}

    private static Map<String, Double> ordered(Object... pairs) {
        Map<String, Double> units = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            units.put((String) pairs[i], ((Number) pairs[i + 1]).doubleValue());
        }
        return units;
    }

    /**
     * Reads a number; the result is in {@code unit}.
     *
     * @param unit empty for a bare number
     * @throws UserError if it is none, is not finite, or has another unit or none; 0 needs none
     */
    static double read(String unit, String text, String path) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw none(unit, text, path);
        }
        double value = number(form.group(1), text, path, unit);
        String written = form.group(2);
        if (unit.isEmpty()) {
            if (!written.isEmpty()) {
                throw new UserError(path + " has no unit, but is '" + text + "'", "write " + form.group(1));
            }
            return value;
        }
        Double factor = UNITS.getOrDefault(unit, Map.of(unit, 1.0)).get(written);
        if (factor != null) {
            return factor * value;
        }
        if (written.isEmpty() && value == 0) {
            return 0;
        }
        throw new UserError(
                path + " is in " + unit + ", and '" + text + "' "
                        + (written.isEmpty() ? "has no unit" : "is in " + written),
                "write " + (written.isEmpty() ? form.group(1) + " " + unit : example(unit)));
    }

    private static double number(String digits, String text, String path, String unit) {
        double value;
        try {
            value = Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            throw none(unit, text, path);
        }
        if (Double.isInfinite(value)) {
            throw new UserError(path + " is too large: " + Excerpt.of(text), "write a number below 1.8e308");
        }
        return value;
    }

    private static UserError none(String unit, String text, String path) {
        return new UserError(
                path + " is a number, not '" + Excerpt.of(text) + "'", "write for example " + example(unit));
    }

    private static String example(String unit) {
        return unit.isEmpty() ? "0.5" : "10 " + unit;
    }

    /** The units in which a quantity may be written, its own first. */
    static Set<String> units(String unit) {
        return UNITS.getOrDefault(unit, Map.of(unit, 1.0)).keySet();
    }
}
