package dync.compiler.evaluate;

import dync.compiler.ast.Declaration;
import dync.compiler.value.Dimension;
import dync.compiler.value.Rational;
import dync.compiler.value.Value;
import java.util.Map;
import java.util.stream.Collectors;

/** Values in the words of messages. */
public final class Describe {
    private record Words(String noun, String keyword) {
        Words(String both) {
            this(both, both);
        }
    }

    private static final Words UNREADABLE = new Words("declaration");
    private static final Map<Class<? extends Declaration>, Words> WORDS = Map.of(
            Declaration.Model.class, new Words("model"),
            Declaration.Variant.class, new Words("model"),
            Declaration.Area.class, new Words("area template", "area"),
            Declaration.Block.class, new Words("block"),
            Declaration.Connection.class, new Words("connection"),
            Declaration.Dynamics.class, new Words("dynamics"),
            Declaration.Solver.class, new Words("solver"),
            Declaration.Function.class, new Words("function", "fn"),
            Declaration.Constant.class, new Words("constant", "const"),
            Declaration.Primitive.class, new Words("operation", "primitive"));

    private Describe() {}

    /** A value with its article: {@code the number 3}, {@code the time 2 ms}, {@code the connection full}. */
    public static String value(Value value) {
        if (value instanceof Value.Num num) {
            String kind = num.dimension().toString();
            return num.exact()
                    .map(exact -> "the " + kind.substring(kind.indexOf(' ') + 1) + " " + number(num))
                    .orElse(kind);
        }
        if (value instanceof Value.Truth truth) {
            return truth.value().map(String::valueOf).orElse("true or false");
        }
        if (value instanceof Value.Text text) {
            return "the text \"" + text.text() + "\"";
        }
        if (value instanceof Value.Word word) {
            return "the " + word.symbol().type() + " " + word.symbol().word();
        }
        if (value instanceof Value.Declared declared) {
            return "the " + kind(declared.declaration()) + " "
                    + declared.declaration().name().text();
        }
        if (value instanceof Value.Init init) {
            return "the initialiser " + init.name();
        }
        if (value instanceof Value.Signal signal) {
            return signal.shape()
                    .map(shape -> shape.isScalar() ? "a weight" : "a tensor of " + shape)
                    .orElse("a tensor");
        }
        if (value instanceof Value.AreaName area) {
            return "the area " + area.name();
        }
        if (value instanceof Value.Any any) {
            return any.type().described();
        }
        return value instanceof Value.None ? "none" : value instanceof Value.Sequence ? "a list" : "a shape";
    }

    /** A value as it is written in the language: {@code 2 ms}, {@code full}, {@code none}. */
    public static String written(Value value) {
        if (value instanceof Value.Num num) {
            // without the parentheses the unit would belong to the denominator
            return num.exact()
                    .filter(exact ->
                            exact.toString().contains("/") && !num.dimension().isNumber())
                    .map(exact -> "(" + exact + ") * " + number(Rational.ONE, num.dimension()))
                    .orElseGet(() -> number(num));
        }
        if (value instanceof Value.Declared declared) {
            return declared.declaration().name().text();
        }
        if (value instanceof Value.Word word) {
            return word.symbol().word();
        }
        if (value instanceof Value.Text text) {
            return '"' + text.text() + '"';
        }
        if (value instanceof Value.Sequence sequence) {
            return sequence.elements().stream().map(Describe::written).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Value.Init init) {
            return init.arguments().isEmpty()
                    ? init.name()
                    : init.name()
                            + init.arguments().stream()
                                    .map(Rational::toString)
                                    .collect(Collectors.joining(", ", "(", ")"));
        }
        return value(value);
    }

    /** A number with its unit: {@code 2 ms}, {@code 40 Hz}, {@code 3}. */
    public static String number(Value.Num num) {
        return num.exact().map(exact -> number(exact, num.dimension())).orElse("?");
    }

    /** A number of a dimension with its unit. */
    public static String number(Rational exact, Dimension dimension) {
        return switch (dimension.time()) {
            case 0 -> exact.toString();
            case 1 -> exact + " ms";
            case -1 -> exact.times(Rational.of(1000)) + " Hz";
            default -> exact + " ms^" + dimension.time();
        };
    }

    /** What a sentence calls what is declared so. */
    public static String kind(Declaration declaration) {
        return words(declaration).noun();
    }

    /** The word that declares it. */
    public static String keyword(Declaration declaration) {
        return words(declaration).keyword();
    }

    private static Words words(Declaration declaration) {
        return WORDS.getOrDefault(declaration.getClass(), UNREADABLE);
    }
}
