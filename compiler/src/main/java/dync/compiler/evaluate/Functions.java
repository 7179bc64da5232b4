package dync.compiler.evaluate;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Expression;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.language.Language;
import dync.compiler.value.Dimension;
import dync.compiler.value.Rational;
import dync.compiler.value.Signature;
import dync.compiler.value.Symbol;
import dync.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/** The functions that the language has built in: of numbers, of signals value by value, and over axes. */
public final class Functions {
    /** They keep the unit and are exact. */
    private static final Map<String, UnaryOperator<Rational>> EXACT = Map.of(
            "floor", Rational::floor,
            "ceil", Rational::ceil,
            "round", Rational::round,
            "abs", value -> value.signum() < 0 ? value.negate() : value);

    /** They want a plain number. */
    private static final Map<String, DoubleUnaryOperator> REAL = Map.of(
            "sign", Math::signum,
            "exp", Math::exp,
            "log", Math::log,
            "sqrt", Math::sqrt,
            "tanh", Math::tanh,
            "sin", Math::sin,
            "cos", Math::cos);

    private static final Set<String> EXTREMES = Set.of("min", "max");
    private static final Set<String> REDUCTIONS = Set.of("mean", "sum", "std", "min", "max");
    private static final Map<String, Counts> INITIALISERS = Map.ofEntries(
            Map.entry("kaiming", new Counts(0, 0)),
            Map.entry("kaiming_out", new Counts(0, 0)),
            Map.entry("kaiming_uniform", new Counts(0, 0)),
            Map.entry("kaiming_out_uniform", new Counts(0, 0)),
            Map.entry("xavier", new Counts(0, 0)),
            Map.entry("xavier_normal", new Counts(0, 0)),
            Map.entry("pytorch", new Counts(0, 0)),
            Map.entry("orthogonal", new Counts(0, 1)),
            Map.entry("zeros", new Counts(0, 0)),
            Map.entry("ones", new Counts(0, 0)),
            Map.entry("uniform", new Counts(1, 2)),
            Map.entry("normal", new Counts(1, 2)),
            Map.entry("truncated_normal", new Counts(1, 1)),
            Map.entry("constant", new Counts(1, 1)));

    /** The initialiser that takes another weight. */
    private static final String LENGTHS = "lengths";

    /** How many numbers an initialiser takes. */
    private record Counts(int least, int most) {
        String described() {
            if (most == 0) {
                return "no value";
            }
            return least == most ? "one plain number" : least == 0 ? "no value or one" : "one plain number or two";
        }
    }

    private final TensorBuilder tensors;
    private final Reporter reporter;

    Functions(TensorBuilder tensors, Reporter reporter) {
        this.tensors = tensors;
        this.reporter = reporter;
    }

    /** All names, for completion and spelling. */
    public static Set<String> names() {
        Set<String> names = new TreeSet<>(EXACT.keySet());
        names.addAll(REAL.keySet());
        names.addAll(REDUCTIONS);
        names.addAll(INITIALISERS.keySet());
        names.add(LENGTHS);
        return names;
    }

    /** What a function takes. */
    static Signature signature(String name) {
        Signature own = Language.signature(name);
        return REDUCTIONS.contains(name) ? own.and(Language.signature("reduction")) : own;
    }

    static boolean isFunction(String name) {
        return names().contains(name);
    }

    /** An initialiser without arguments, written as a name. */
    static Optional<Value> initialiser(String name) {
        return INITIALISERS.getOrDefault(name, new Counts(1, 1)).least() == 0
                ? Optional.of(new Value.Init(name, List.of()))
                : Optional.empty();
    }

    /** The names of the initialisers. */
    public static Set<String> initialisers() {
        return INITIALISERS.keySet();
    }

    Value call(Expression.Call call, java.util.function.Function<Expression, Value> evaluate) {
        String name = call.name().text();
        List<Value> values = new ArrayList<>();
        Optional<Expression> over = Optional.empty();
        for (Argument argument : call.arguments()) {
            String named = argument.name().map(n -> n.text()).orElse("");
            if (named.equals("over") && REDUCTIONS.contains(name)) {
                over = Optional.of(argument.value());
            } else if (!named.isEmpty()) {
                return wrong(Diagnostic.error(
                        Code.DYN0204, argument.name().get().span(), name + " has no argument " + named));
            } else {
                values.add(evaluate.apply(argument.value()));
            }
        }
        if (values.stream().anyMatch(Value.Poison.class::isInstance)) {
            return new Value.Poison();
        }
        if (INITIALISERS.containsKey(name)) {
            return initialiser(call, values);
        }
        if (name.equals(LENGTHS)) {
            return lengths(call, values);
        }
        if (over.isPresent() || REDUCTIONS.contains(name) && !EXTREMES.contains(name)) {
            return reduction(call, values, over);
        }
        int least = EXTREMES.contains(name) ? 2 : 1;
        if (values.size() < least || values.size() > least && least == 1) {
            return wrong(Diagnostic.error(
                    Code.DYN0206,
                    call.span(),
                    name + " takes " + (least == 1 ? "one value" : "two values or more") + ", not " + values.size()));
        }
        return least == 1 ? unary(call, values.get(0)) : extreme(call, values);
    }

    private Value initialiser(Expression.Call call, List<Value> values) {
        Counts wanted = INITIALISERS.get(call.name().text());
        List<Rational> numbers = new ArrayList<>();
        boolean plain = values.size() >= wanted.least() && values.size() <= wanted.most();
        for (Value value : values) {
            plain &= value instanceof Value.Num num && num.dimension().isNumber();
            if (value instanceof Value.Num num) {
                num.exact().ifPresent(numbers::add);
            }
        }
        return plain
                ? new Value.Init(call.name().text(), numbers)
                : wrong(Diagnostic.error(
                        Code.DYN0401,
                        call.span(),
                        "the initialiser " + call.name().text() + " takes " + wanted.described()));
    }

    private Value lengths(Expression.Call call, List<Value> values) {
        return values.size() == 1 && values.get(0) instanceof Value.Signal filters
                ? new Value.Init(LENGTHS, List.of(), Optional.of(filters))
                : wrong(Diagnostic.error(Code.DYN0401, call.span(), LENGTHS + " takes a weight that is declared before")
                        .help("write " + LENGTHS + "(NAME) with the name of the filters"));
    }

    private Value reduction(Expression.Call call, List<Value> values, Optional<Expression> over) {
        String name = call.name().text();
        if (over.isEmpty()) {
            return wrong(Diagnostic.error(Code.DYN0206, call.span(), name + " does not say over which axes")
                    .help("write " + name + "(…, over = channels)"));
        }
        Optional<Symbol> axes = over.get() instanceof Expression.Reference reference
                ? Symbol.of("axes", reference.name().text())
                : Optional.empty();
        if (axes.isEmpty()) {
            return wrong(Diagnostic.error(
                            Code.DYN0401,
                            over.get().span(),
                            "there is no axis " + over.get().span().text())
                    .help("the axes are " + String.join(", ", Symbol.words("axes"))));
        }
        if (values.size() != 1 || !(values.get(0) instanceof Value.Signal signal)) {
            return wrong(Diagnostic.error(Code.DYN0404, call.span(), name + " over axes takes one tensor"));
        }
        return tensors.reduce(name, signal, axes.get(), call.span(), reporter);
    }

    private Value unary(Expression.Call call, Value value) {
        String name = call.name().text();
        boolean exact = EXACT.containsKey(name);
        Optional<Dimension> dimension = value instanceof Value.Num num
                ? Optional.of(num.dimension())
                : value instanceof Value.Signal signal ? Optional.of(signal.dimension()) : Optional.empty();
        if (dimension.isEmpty() || !exact && !dimension.get().isNumber() && !name.equals("sign")) {
            return wrong(Diagnostic.error(
                            Code.DYN0403, call.span(), name + " takes a plain number, not " + Describe.value(value))
                    .help("divide a time by a time to get a number"));
        }
        Dimension result = exact ? dimension.get() : Dimension.NUMBER;
        if (value instanceof Value.Signal) {
            return tensors.pointwise(name, List.of(value), result, call.span(), reporter);
        }
        Optional<Rational> number = ((Value.Num) value).exact();
        if (number.isEmpty()) {
            return Value.Num.unknown(result);
        }
        if (exact) {
            return Value.Num.of(EXACT.get(name).apply(number.get()), result);
        }
        double real = REAL.get(name).applyAsDouble(number.get().doubleValue());
        return Double.isFinite(real)
                ? Value.Num.of(Rational.of(real), result)
                : wrong(Diagnostic.error(
                        Code.DYN0506, call.span(), name + "(" + number.get() + ") is no finite number"));
    }

    private Value extreme(Expression.Call call, List<Value> values) {
        Value result = values.get(0);
        for (Value next : values.subList(1, values.size())) {
            result = extreme(call, result, next);
        }
        return result;
    }

    private Value extreme(Expression.Call call, Value a, Value b) {
        String name = call.name().text();
        if (a instanceof Value.Poison || b instanceof Value.Poison) {
            return new Value.Poison();
        }
        Optional<Dimension> first = dimension(a);
        if (first.isEmpty() || !first.equals(dimension(b))) {
            return wrong(Diagnostic.error(
                    Code.DYN0403,
                    call.span(),
                    name + " cannot compare " + Describe.value(a) + " with " + Describe.value(b)));
        }
        if (a instanceof Value.Num x && b instanceof Value.Num y) {
            if (x.exact().isEmpty() || y.exact().isEmpty()) {
                return Value.Num.unknown(first.get());
            }
            boolean firstIsLess = x.exact().get().compareTo(y.exact().get()) <= 0;
            return firstIsLess == name.equals("min") ? x : y;
        }
        return tensors.pointwise(name, List.of(a, b), first.get(), call.span(), reporter);
    }

    private static Optional<Dimension> dimension(Value value) {
        if (value instanceof Value.Num num) {
            return Optional.of(num.dimension());
        }
        return value instanceof Value.Signal signal ? Optional.of(signal.dimension()) : Optional.empty();
    }

    private Value wrong(Diagnostic diagnostic) {
        reporter.report(diagnostic);
        return new Value.Poison();
    }
}
