package dync.settings;

import java.util.ArrayList;
import java.util.List;

/** What a setting takes and what it is if nobody says, in words. */
final class Takes {
    private Takes() {}

    /** {@code at least 1, at most 5}, or nothing. */
    static String range(Schema schema) {
        if (schema instanceof Schema.Maybe maybe) {
            return range(maybe.of());
        }
        if (schema instanceof Schema.Several several) {
            return range(several.of());
        }
        if (schema instanceof Schema.Whole whole) {
            return words(whole.atLeast(), Double.NEGATIVE_INFINITY, whole.atMost(), "");
        }
        return schema instanceof Schema.Real real
                ? words(real.atLeast(), real.above(), real.atMost(), real.unit().isEmpty() ? "" : " " + real.unit())
                : "";
    }

    private static String words(double least, double above, double most, String unit) {
        List<String> words = new ArrayList<>();
        if (Double.isFinite(least)) {
            words.add("at least " + Scalars.number(least) + unit);
        }
        if (Double.isFinite(above)) {
            words.add("more than " + Scalars.number(above) + unit);
        }
        if (Double.isFinite(most)) {
            words.add("at most " + Scalars.number(most) + unit);
        }
        return String.join(", ", words);
    }

    /** The form: {@code whole number}, {@code time in ms}, {@code list of text}. */
    static String type(Schema schema) {
        if (schema instanceof Schema.Maybe maybe) {
            return type(maybe.of());
        }
        if (schema instanceof Schema.Several several) {
            return "list of " + type(several.of());
        }
        if (schema instanceof Schema.ByName named) {
            return type(named.of()) + " by name";
        }
        if (schema instanceof Schema.Kinds) {
            return "kind";
        }
        if (schema instanceof Schema.Part) {
            return "some of the settings";
        }
        if (schema instanceof Schema.Section) {
            return "settings";
        }
        if (schema instanceof Schema.Real real) {
            return real.unit().isEmpty() ? "number" : "number in " + String.join(", ", Quantities.units(real.unit()));
        }
        if (schema instanceof Schema.Whole) {
            return "whole number";
        }
        if (schema instanceof Schema.Flag) {
            return "true or false";
        }
        if (schema instanceof Schema.Choice choice) {
            return String.join(", ", choice.names());
        }
        return schema instanceof Schema.File ? "path" : "text";
    }
}
