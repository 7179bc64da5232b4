package dync.compiler.evaluate;

import dync.compiler.ast.Declaration;
import dync.compiler.ast.Expression;
import dync.compiler.ast.TypeName;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.diagnostic.Spelling;
import dync.compiler.value.Dimension;
import dync.compiler.value.Rational;
import dync.compiler.value.Type;
import dync.compiler.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which values a declared type takes. */
public final class Typing {
    /** What other languages call them. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "integer", "int",
            "long", "int",
            "double", "float",
            "real", "float",
            "number", "float",
            "boolean", "bool",
            "str", "string",
            "duration", "time",
            "frequency", "rate");

    private Typing() {}

    /** The type of a written name; an unknown one is reported. */
    public static Optional<Type> of(TypeName written, Reporter reporter) {
        String name = written.name().text();
        if (Type.NAMES.contains(name)) {
            return Optional.of(new Type(name, written.list(), written.optional()));
        }
        Diagnostic unknown = Diagnostic.error(Code.DYN0210, written.name().span(), "there is no type " + name);
        reporter.report(Optional.ofNullable(ELSEWHERE.get(name))
                .or(() -> Spelling.nearest(name, Type.NAMES))
                .map(near ->
                        unknown.fix("did you mean " + near + "?", written.name().span(), near))
                .orElse(unknown.help("the types are " + String.join(", ", Type.NAMES))));
        return Optional.empty();
    }

    /** What stands for a parameter of this type while no value is known. */
    public static Value unknown(Type type) {
        if (type.list() || type.optional() || type.name().equals("shape")) {
            return new Value.Any(type);
        }
        if (type.name().equals("bool")) {
            return Value.Truth.unknown();
        }
        return type.dimension().<Value>map(Value.Num::unknown).orElse(new Value.Any(type));
    }

    /**
     * The value as one of that type: a number becomes a constant initialiser where an initialiser is wanted. A value of
     * another type is reported and poisoned.
     *
     * @param what what takes the value, such as {@code the argument kernel of conv}
     */
    public static Value convert(Value value, Type type, Expression from, String what, Reporter reporter) {
        if (value instanceof Value.Poison || accepts(value, type)) {
            return value;
        }
        if (type.name().equals("init")
                && value instanceof Value.Num num
                && num.dimension().isNumber()) {
            return new Value.Init("constant", num.exact().map(List::of).orElse(List.of()));
        }
        reporter.report(mismatch(value, type, from, what));
        return new Value.Poison();
    }

    /** As {@link #convert}, where a weight will not do: it is learned, and the value must be known before. */
    public static Value constant(Value value, Type type, Expression from, String what, Reporter reporter) {
        Value converted = convert(value, type, from, what, reporter);
        if (converted instanceof Value.Signal) {
            reporter.report(notKnown(converted, type, from, what));
            return new Value.Poison();
        }
        return converted;
    }

    private static Diagnostic notKnown(Value value, Type type, Expression from, String what) {
        return Diagnostic.error(
                        Code.DYN0408,
                        from.span(),
                        what + " wants " + type.described() + " that is known when the model is compiled")
                .says("is " + Describe.value(value));
    }

    private static Diagnostic mismatch(Value value, Type type, Expression from, String what) {
        Optional<Dimension> wanted = type.dimension();
        if (value instanceof Value.Num num && num.dimension().isNumber() && wanted.isPresent() && !type.list()) {
            if (!wanted.get().isNumber()) {
                String unit = wanted.get().equals(Dimension.TIME) ? "ms" : "Hz";
                String text = from.span().text();
                Diagnostic bare = Diagnostic.error(
                                Code.DYN0402, from.span(), what + " wants " + type.described() + ", not a plain number")
                        .says("has no unit");
                return isLiteral(from)
                        ? bare.fix("write " + text + " " + unit, from.span(), text + " " + unit)
                        : bare.help("give it a unit: multiply it by 1 " + unit);
            }
            return Diagnostic.error(
                    Code.DYN0407, from.span(), what + " wants a whole number, not " + Describe.number(num));
        }
        if (value instanceof Value.Signal signal
                && (signal.dimension().isNumber() || wanted.equals(Optional.of(signal.dimension())))) {
            return notKnown(value, type, from, what);
        }
        return Diagnostic.error(Code.DYN0401, from.span(), what + " wants " + type.described())
                .says("is " + Describe.value(value));
    }

    private static boolean isLiteral(Expression expression) {
        return expression instanceof Expression.Number
                || expression instanceof Expression.Unary unary && unary.operand() instanceof Expression.Number;
    }

    /** Whether a value is one of that type. */
    public static boolean accepts(Value value, Type type) {
        if (type.optional() && value instanceof Value.None) {
            return true;
        }
        if (value instanceof Value.Any any) {
            return any.type().name().equals(type.name()) && any.type().list() == type.list();
        }
        if (type.list()) {
            Type element = Type.of(type.name());
            return value instanceof Value.Sequence sequence
                    && sequence.elements().stream().allMatch(one -> accepts(one, element));
        }
        return switch (type.name()) {
            case "int" ->
                value instanceof Value.Num num
                        && num.dimension().isNumber()
                        && num.exact().map(Rational::fitsInt).orElse(true);
            case "float", "time", "rate" -> dimensionOf(value).equals(type.dimension());
            case "bool" -> value instanceof Value.Truth;
            case "string" -> value instanceof Value.Text;
            case "shape" -> value instanceof Value.Sequence || value instanceof Value.ShapeOf;
            case "init" -> value instanceof Value.Init;
            case "integration", "state", "past", "target" ->
                value instanceof Value.Word word && word.symbol().type().equals(type.name());
            default ->
                value instanceof Value.Declared declared && isKind(declared.declaration(), type.name())
                        || value instanceof Value.Word word
                                && word.symbol().type().equals(type.name());
        };
    }

    /** The dimension of a number, or of a weight that holds one number. */
    private static Optional<Dimension> dimensionOf(Value value) {
        if (value instanceof Value.Num num) {
            return Optional.of(num.dimension());
        }
        return value instanceof Value.Signal signal
                ? signal.shape().isEmpty() || signal.shape().get().isScalar()
                        ? Optional.of(signal.dimension())
                        : Optional.empty()
                : Optional.empty();
    }

    private static boolean isKind(Declaration declaration, String kind) {
        return switch (kind) {
            case "connection" -> declaration instanceof Declaration.Connection;
            case "solver" -> declaration instanceof Declaration.Solver;
            case "dynamics" -> declaration instanceof Declaration.Dynamics;
            case "block" ->
                declaration instanceof Declaration.Block
                        || declaration instanceof Declaration.Primitive
                        || declaration instanceof Declaration.Function;
            default -> false;
        };
    }
}
