package dync.compiler.value;

import java.util.List;
import java.util.Optional;

/**
 * A declared type.
 *
 * @param name one of {@link #NAMES}
 * @param list a list of it
 * @param optional it, or {@code none}
 */
public record Type(String name, boolean list, boolean optional) {
    /** All there are. */
    public static final List<String> NAMES = List.of(
            "int",
            "float",
            "bool",
            "string",
            "time",
            "rate",
            "shape",
            "init",
            "connection",
            "solver",
            "dynamics",
            "block",
            "integration",
            "state",
            "past",
            "target",
            "penalty");

    public static Type of(String name) {
        return new Type(name, false, false);
    }

    /** The dimension of a numeric type. */
    public Optional<Dimension> dimension() {
        return switch (name) {
            case "int", "float" -> Optional.of(Dimension.NUMBER);
            case "time" -> Optional.of(Dimension.TIME);
            case "rate" -> Optional.of(Dimension.RATE);
            default -> Optional.empty();
        };
    }

    /** With its article, for messages. */
    public String described() {
        if (list) {
            return "a list of " + name + " values";
        }
        String noun =
                switch (name) {
                    case "int" -> "a whole number";
                    case "float" -> "a number";
                    case "bool" -> "true or false";
                    case "time" -> "a time such as 5 ms";
                    case "rate" -> "a rate such as 40 Hz";
                    case "integration" -> "additive or multiplicative";
                    case "state" -> "own or committed";
                    case "past" -> "absent or zero";
                    case "target" -> "input, middle or output";
                    case "penalty" -> "l1, l2, norm, balance or smoothness";
                    case "init" -> "an initialiser such as kaiming";
                    default -> "a " + name;
                };
        return optional ? noun + ", or none" : noun;
    }

    /** As it is written. */
    @Override
    public String toString() {
        return (list ? "[" + name + "]" : name) + (optional ? "?" : "");
    }
}
