package dync.compiler.evaluate;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Declaration;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Name;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.diagnostic.Spelling;
import dync.compiler.language.Language;
import dync.compiler.source.Span;
import dync.compiler.value.Dimension;
import dync.compiler.value.Rational;
import dync.compiler.value.Scope;
import dync.compiler.value.Signature;
import dync.compiler.value.Symbol;
import dync.compiler.value.TimeUnit;
import dync.compiler.value.Type;
import dync.compiler.value.Value;
import dync.compiler.value.Wanted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Evaluates expressions. What is wrong is reported once and yields {@link Value.Poison}, which no operator complains
 * about again.
 */
public final class Evaluator {
    private static final int MOST_DIGITS = 300;
    private static final int MOST_LISTED = 12;
    /** The types whose values are words of the language. */
    private static final List<String> WORDS = List.of("integration", "state", "past", "target", "solver", "penalty");

    private final TensorBuilder tensors;
    private final Reporter reporter;
    private final Arithmetic arithmetic;
    private final Functions functions;
    private final List<Declaration> within;

    public Evaluator(TensorBuilder tensors, Reporter reporter) {
        this(tensors, reporter, List.of());
    }

    /** @param within the constants and functions that are being evaluated, outermost first */
    private Evaluator(TensorBuilder tensors, Reporter reporter, List<Declaration> within) {
        this.tensors = tensors;
        this.reporter = reporter;
        this.arithmetic = new Arithmetic(tensors, reporter);
        this.functions = new Functions(tensors, reporter);
        this.within = within;
    }

    /** The value as one of a type; another is reported, and a name that is not known with what could stand there. */
    public Value evaluate(Expression expression, Scope scope, Type wanted, String what) {
        Value value = expression instanceof Expression.Reference reference
                ? reference(reference.name(), scope, Optional.of(wanted))
                : evaluate(expression, scope);
        return Typing.convert(value, wanted, expression, what, reporter);
    }

    public Value evaluate(Expression expression, Scope scope) {
        if (expression instanceof Expression.Number number) {
            return number(number.value(), number.span())
                    .<Value>map(Value.Num::of)
                    .orElseGet(Value.Poison::new);
        }
        if (expression instanceof Expression.Quantity quantity) {
            return quantity(quantity);
        }
        if (expression instanceof Expression.Text text) {
            return new Value.Text(text.value());
        }
        if (expression instanceof Expression.Truth truth) {
            return Value.Truth.of(truth.value());
        }
        if (expression instanceof Expression.None) {
            return new Value.None();
        }
        if (expression instanceof Expression.Reference reference) {
            return reference(reference.name(), scope, Optional.empty());
        }
        if (expression instanceof Expression.Member member) {
            Value object = evaluate(member.object(), scope);
            scope.looked(member.member(), new Wanted.Member(object));
            return Sizes.of(object, member, reporter);
        }
        if (expression instanceof Expression.Call call) {
            return call(call, scope);
        }
        if (expression instanceof Expression.Pipe pipe) {
            return pipe(pipe, scope);
        }
        if (expression instanceof Expression.ListOf list) {
            List<Value> elements = new ArrayList<>();
            list.elements().forEach(element -> elements.add(evaluate(element, scope)));
            return elements.stream().anyMatch(Value.Poison.class::isInstance)
                    ? new Value.Poison()
                    : new Value.Sequence(elements);
        }
        if (expression instanceof Expression.Unary unary) {
            return arithmetic.unary(unary, evaluate(unary.operand(), scope));
        }
        if (expression instanceof Expression.Binary binary) {
            return arithmetic.binary(binary, evaluate(binary.left(), scope), evaluate(binary.right(), scope));
        }
        return expression instanceof Expression.Choice choice ? choice(choice, scope) : new Value.Poison();
    }

    /** A condition; empty where it is not known yet or wrong. */
    public Optional<Boolean> condition(Expression expression, Scope scope) {
        Value value = evaluate(expression, scope);
        if (value instanceof Value.Truth truth) {
            return truth.value();
        }
        if (!(value instanceof Value.Poison)) {
            Diagnostic condition = Diagnostic.error(Code.DYN0405, expression.span(), "a condition is true or false")
                    .says("is " + Describe.value(value));
            reporter.report(
                    value instanceof Value.Num num
                            ? condition.help(
                                    "compare it, such as " + expression.span().text() + " > "
                                            + Describe.number(Rational.ZERO, num.dimension()))
                            : condition);
        }
        return Optional.empty();
    }

    /** A whole number; empty where it is not known yet or wrong. */
    public Optional<Integer> whole(Expression expression, Scope scope, String what) {
        Value value = Typing.convert(evaluate(expression, scope), Type.of("int"), expression, what, reporter);
        return value instanceof Value.Num num ? num.exact().map(Rational::intValue) : Optional.empty();
    }

    /** A function of the language applied to the flow, with the arguments after the flow as {@code scope} sees them. */
    public Value apply(Value.Declared declared, Value flow, List<Argument> arguments, Scope scope, Span site) {
        Declaration.Function function = (Declaration.Function) declared.declaration();
        if (isLoop(function, "function", "uses")) {
            return new Value.Poison();
        }
        Scope inner = declared.home().inner();
        if (function.parameters().isEmpty()) {
            return new Value.Poison();
        }
        inner.bind(
                function.parameters().get(0).name().text(),
                flow,
                Optional.of(function.parameters().get(0).name().span()),
                Scope.Role.PARAMETER);
        boolean bound = new Binder(this, reporter)
                .bind(
                        function.parameters().subList(1, function.parameters().size()),
                        arguments,
                        scope,
                        inner,
                        function.name().text(),
                        site);
        return bound
                ? inside(function, reporter.inside(function.name().text(), function.span(), site))
                        .evaluate(function.body(), inner)
                : new Value.Poison();
    }

    private Value quantity(Expression.Quantity quantity) {
        return TimeUnit.of(quantity.unit().text())
                .flatMap(unit -> number(quantity.value(), quantity.span())
                        .<Value>map(number -> Value.Num.of(number.times(unit.scale()), unit.dimension())))
                .orElseGet(Value.Poison::new);
    }

    /** A literal, unless it is so large or small that computing with it exactly would take for ever. */
    private Optional<Rational> number(BigDecimal value, Span span) {
        if (value.signum() != 0 && Math.abs((long) value.precision() - value.scale()) > MOST_DIGITS
                || value.precision() > MOST_DIGITS) {
            reporter.report(Diagnostic.error(Code.DYN0506, span, "this number is out of the range of numbers")
                    .help("numbers have at most " + MOST_DIGITS + " digits before and after the point"));
            return Optional.empty();
        }
        return Optional.of(value.signum() == 0 ? Rational.ZERO : Rational.of(value));
    }

    private Value reference(Name name, Scope scope, Optional<Type> wanted) {
        Optional<Scope.Binding> binding = scope.find(name, new Wanted.Expression(wanted));
        if (binding.isPresent()) {
            return binding.get().value() instanceof Value.Declared declared
                            && declared.declaration() instanceof Declaration.Constant constant
                    ? constant(constant, declared.home())
                    : binding.get().value();
        }
        Optional<Value> initialiser = Functions.initialiser(name.text());
        if (initialiser.isPresent()) {
            return initialiser.get();
        }
        for (String type : WORDS) {
            Optional<Symbol> symbol = Symbol.of(type, name.text());
            if (symbol.isPresent()) {
                return new Value.Word(symbol.get());
            }
        }
        Set<String> candidates = new TreeSet<>(scope.visible().keySet());
        candidates.addAll(Functions.initialisers());
        candidates.addAll(Symbol.words("integration"));
        candidates.addAll(Symbol.words("solver"));
        wanted.ifPresent(type -> candidates.addAll(Symbol.words(type.name())));
        wanted.ifPresent(type -> candidates.removeIf(candidate -> !fits(candidate, type, scope)));
        Diagnostic unknown = Diagnostic.error(Code.DYN0202, name.span(), "nothing is called " + name.text() + " here");
        reporter.report(Spelling.nearest(name.text(), candidates)
                .map(near -> unknown.fix("did you mean " + near + "?", name.span(), near))
                .orElseGet(() -> wanted.map(type -> unknown.help(type.described() + " is wanted here"
                                + (candidates.isEmpty()
                                                || candidates.size() > MOST_LISTED
                                                || !Symbol.words(type.name()).isEmpty()
                                        ? ""
                                        : ", such as " + String.join(", ", candidates))))
                        .orElse(unknown)));
        return new Value.Poison();
    }

    private static boolean fits(String candidate, Type type, Scope scope) {
        Optional<Value> value = scope.visible(candidate).map(Scope.Binding::value);
        if (value.isPresent()) {
            return Typing.accepts(value.get(), type)
                    || value.get() instanceof Value.Declared declared
                            && declared.declaration() instanceof Declaration.Constant;
        }
        return Symbol.of(type.name(), candidate).isPresent() || type.name().equals("init");
    }

    private Value constant(Declaration.Constant constant, Scope home) {
        return isLoop(constant, "constant", "is defined by")
                ? new Value.Poison()
                : inside(constant, reporter).evaluate(constant.value(), home);
    }

    private Evaluator inside(Declaration declaration, Reporter told) {
        List<Declaration> deeper = new ArrayList<>(within);
        deeper.add(declaration);
        return new Evaluator(tensors, told, deeper);
    }

    /** Whether a declaration is being evaluated already; a loop of several is reported once, at the first in the text. */
    private boolean isLoop(Declaration next, String kind, String verb) {
        int start = 0;
        while (start < within.size() && within.get(start) != next) {
            start++;
        }
        if (start == within.size()) {
            return false;
        }
        List<Declaration> loop = within.subList(start, within.size());
        Declaration first = loop.stream()
                .min(Comparator.comparingInt(
                        declaration -> declaration.name().span().start()))
                .orElseThrow();
        List<String> path = new ArrayList<>();
        for (int i = 0; i <= loop.size(); i++) {
            path.add(loop.get((loop.indexOf(first) + i) % loop.size()).name().text());
        }
        reporter.report(Diagnostic.error(
                Code.DYN0711,
                first.name().span(),
                "the " + kind + " " + first.name().text() + " " + verb + " itself"
                        + (loop.size() > 1 ? ": " + String.join(" -> ", path) : "")));
        return true;
    }

    private Value call(Expression.Call call, Scope scope) {
        if (Operations.isOpen(call.name(), scope)) {
            return open(call, scope);
        }
        Optional<Value.Declared> operation = Operations.find(call.name(), scope);
        if (operation.isEmpty()) {
            if (Functions.isFunction(call.name().text())) {
                scope.called(call.span(), Functions.signature(call.name().text()));
                return functions.call(call, argument -> evaluate(argument, scope));
            }
            Operations.reportUnknown(call.name(), scope, reporter);
            return new Value.Poison();
        }
        scope.called(call.span(), flow(operation.get().declaration()));
        Optional<Argument> first = call.arguments().stream()
                .filter(argument -> argument.name().isEmpty())
                .findFirst();
        if (first.isEmpty()) {
            reporter.report(
                    Diagnostic.error(Code.DYN0206, call.span(), call.name().text() + " is given nothing to work on")
                            .help("in an expression the flow is the first argument: "
                                    + call.name().text() + "(it), or pipe: it |> "
                                    + call.name().text()));
            return new Value.Poison();
        }
        List<Argument> rest = new ArrayList<>(call.arguments());
        rest.remove(first.get());
        Value flow = evaluate(first.get().value(), scope);
        Expression.Call applied = new Expression.Call(call.span(), call.name(), rest, true);
        return apply(applied, operation.get(), flow, scope, first.get().span());
    }

    /** What an operation works on, which stands first where it is called in an expression. */
    private static Signature flow(Declaration operation) {
        Signature own = Signature.of(operation.name().text(), operation.parameters());
        return operation instanceof Declaration.Function && !own.placed().isEmpty()
                ? Signature.of(own.what(), own.placed().subList(0, 1))
                : Signature.of(own.what(), Language.signature("it").placed());
    }

    /** An operation that a parameter holds: what it takes is checked where it is known. */
    private Value open(Expression.Call call, Scope scope) {
        call.arguments().forEach(argument -> evaluate(argument.value(), scope));
        return Value.Signal.unknown(Dimension.NUMBER);
    }

    private Value pipe(Expression.Pipe pipe, Scope scope) {
        Value flow = evaluate(pipe.value(), scope);
        Name name = pipe.call().name();
        if (Operations.isOpen(name, scope)) {
            return open(pipe.call(), scope);
        }
        Optional<Value.Declared> operation = Operations.find(name, scope);
        if (operation.isEmpty()) {
            if (Functions.isFunction(name.text()) && flow instanceof Value.Signal) {
                List<Argument> arguments = new ArrayList<>();
                arguments.add(new Argument(pipe.value().span(), Optional.empty(), pipe.value()));
                arguments.addAll(pipe.call().arguments());
                Expression.Call call = new Expression.Call(pipe.span(), name, arguments, true);
                return functions.call(call, argument -> argument == pipe.value() ? flow : evaluate(argument, scope));
            }
            Operations.reportUnknown(name, scope, reporter);
            return new Value.Poison();
        }
        return apply(pipe.call(), operation.get(), flow, scope, pipe.value().span());
    }

    private Value apply(Expression.Call call, Value.Declared operation, Value flow, Scope scope, Span flowSpan) {
        if (flow instanceof Value.Poison) {
            return flow;
        }
        if (operation.declaration() instanceof Declaration.Function) {
            return apply(operation, flow, call.arguments(), scope, call.span());
        }
        if (flow instanceof Value.Signal signal) {
            return tensors.apply(call, operation, signal, scope, reporter);
        }
        reporter.report(Diagnostic.error(
                        Code.DYN0404,
                        flowSpan,
                        call.name().text() + " works on a tensor, not on " + Describe.value(flow))
                .help("in an expression the flow is the first argument: "
                        + call.name().text() + "(it, …)"));
        return new Value.Poison();
    }

    private Value choice(Expression.Choice choice, Scope scope) {
        Optional<Boolean> condition = condition(choice.condition(), scope);
        if (condition.isPresent()) {
            return evaluate(condition.get() ? choice.then() : choice.otherwise(), scope);
        }
        Value then = evaluate(choice.then(), scope);
        Value otherwise = evaluate(choice.otherwise(), scope);
        if (then instanceof Value.Num a
                && otherwise instanceof Value.Num b
                && !a.dimension().equals(b.dimension())) {
            reporter.report(
                    Diagnostic.error(Code.DYN0403, choice.otherwise().span(), "the two branches have different units")
                            .says("is " + b.dimension())
                            .label(choice.then().span(), "is " + a.dimension()));
            return new Value.Poison();
        }
        if (then instanceof Value.Num num && num.exact().isPresent()) {
            return Value.Num.unknown(num.dimension());
        }
        if (then instanceof Value.Truth) {
            return Value.Truth.unknown();
        }
        return then instanceof Value.Poison ? otherwise : then;
    }
}
