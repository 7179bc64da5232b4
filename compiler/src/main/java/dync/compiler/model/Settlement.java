package dync.compiler.model;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Item;
import dync.compiler.ast.Name;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.evaluate.Arguments;
import dync.compiler.evaluate.Describe;
import dync.compiler.evaluate.Evaluator;
import dync.compiler.evaluate.Typing;
import dync.compiler.source.Span;
import dync.compiler.value.Dimension;
import dync.compiler.value.Rational;
import dync.compiler.value.Scope;
import dync.compiler.value.Symbol;
import dync.compiler.value.TensorShape;
import dync.compiler.value.Type;
import dync.compiler.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settles the statements that hold numbers: requirements, the clock, inputs, and how connections combine. */
public final class Settlement {
    /** What {@code clock} takes. */
    public static final List<String> CLOCK = List.of("step", "steps", "idle", "truncate");

    private static final List<String> SIZES = List.of("channels", "height", "width");
    /** What {@code input} takes. */
    public static final List<String> INPUT = List.of("channels", "height", "width", "gaps");

    private final Evaluator evaluator;
    private final Reporter reporter;

    public Settlement(Evaluator evaluator, Reporter reporter) {
        this.evaluator = evaluator;
        this.reporter = reporter;
    }

    /** Reports a requirement that does not hold, with the values of the names in it. */
    public void require(Expression condition, Optional<Expression> message, Scope scope, Span span) {
        Optional<Boolean> holds = evaluator.condition(condition, scope);
        Value text = message.map(m -> evaluator.evaluate(m, scope)).orElse(new Value.None());
        if (holds.orElse(true)) {
            return;
        }
        String reason = text instanceof Value.Text t ? t.text() : "a requirement does not hold";
        Map<String, String> values = new HashMap<>();
        names(condition, name -> scope.find(name.text()).ifPresent(binding -> {
            if (binding.value() instanceof Value.Num num) {
                values.put(name.text(), name.text() + " is " + Describe.number(num));
            }
        }));
        reporter.report(Diagnostic.error(Code.DYN0504, condition.span(), reason)
                .says(values.values().stream()
                        .sorted()
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("does not hold")));
    }

    private static void names(Expression expression, java.util.function.Consumer<Name> each) {
        if (expression instanceof Expression.Reference reference) {
            each.accept(reference.name());
        } else if (expression instanceof Expression.Binary binary) {
            names(binary.left(), each);
            names(binary.right(), each);
        } else if (expression instanceof Expression.Unary unary) {
            names(unary.operand(), each);
        }
    }

    Optional<Model.Clock> clock(Item.Clock stated, Scope scope) {
        Map<String, Argument> arguments = Arguments.assign(stated.arguments(), CLOCK, "the clock", reporter);
        Optional<Rational> step = number(arguments, "step", "time", scope, "the clock", stated.span());
        Optional<Rational> steps = number(arguments, "steps", "int", scope, "the clock", stated.span());
        int idle = optional(arguments, "idle", scope);
        int truncate = optional(arguments, "truncate", scope);
        if (step.isEmpty() || steps.isEmpty()) {
            return Optional.empty();
        }
        if (step.get().signum() <= 0) {
            positive(arguments.get("step"), "the step of the clock", Describe.number(step.get(), Dimension.TIME));
            return Optional.empty();
        }
        if (steps.get().signum() <= 0) {
            positive(arguments.get("steps"), "the number of steps", steps.get().toString());
            return Optional.empty();
        }
        return Optional.of(new Model.Clock(step.get(), steps.get().intValue(), idle, truncate, stated.span()));
    }

    Optional<Model.Input> input(Item.Input stated, String name, Scope scope) {
        Map<String, Argument> arguments = Arguments.assign(stated.arguments(), INPUT, "an input", reporter);
        List<Long> sizes = new ArrayList<>();
        for (String size : SIZES) {
            Optional<Rational> value = number(arguments, size, "int", scope, "the input", stated.span());
            if (value.isPresent() && value.get().signum() <= 0) {
                positive(
                        arguments.get(size),
                        "the " + size + " of the input",
                        value.get().toString());
            } else {
                value.ifPresent(number -> sizes.add((long) number.intValue()));
            }
        }
        return sizes.size() == SIZES.size()
                ? Optional.of(new Model.Input(name, new TensorShape(sizes), gaps(arguments, scope), stated.span()))
                : Optional.empty();
    }

    private boolean gaps(Map<String, Argument> arguments, Scope scope) {
        Argument argument = arguments.get("gaps");
        return argument != null
                && Typing.convert(
                                evaluator.evaluate(argument.value(), scope),
                                Type.of("bool"),
                                argument.value(),
                                "gaps of an input",
                                reporter)
                        instanceof Value.Truth truth
                && truth.value().orElse(false);
    }

    /** How a connection combines with the flow. */
    public Optional<Symbol> combine(Expression expression, Scope scope, String what) {
        Value value = evaluator.evaluate(expression, scope, Type.of("integration"), "combine of " + what);
        return value instanceof Value.Word word ? Optional.of(word.symbol()) : Optional.empty();
    }

    private Optional<Rational> number(
            Map<String, Argument> arguments, String name, String type, Scope scope, String what, Span site) {
        Argument argument = arguments.get(name);
        if (argument == null) {
            reporter.report(Diagnostic.error(Code.DYN0206, site, what + " needs " + name)
                    .help("write " + name + " = " + (type.equals("time") ? "2 ms" : "20")));
            return Optional.empty();
        }
        Value value = Typing.constant(
                evaluator.evaluate(argument.value(), scope),
                Type.of(type),
                argument.value(),
                name + " of " + what,
                reporter);
        return value instanceof Value.Num num ? num.exact() : Optional.empty();
    }

    private int optional(Map<String, Argument> arguments, String name, Scope scope) {
        if (!arguments.containsKey(name)) {
            return 0;
        }
        Span span = arguments.get(name).span();
        int value = number(arguments, name, "int", scope, "the clock", span)
                .map(Rational::intValue)
                .orElse(0);
        if (value < 0) {
            reporter.report(Diagnostic.error(
                            Code.DYN0506,
                            arguments.get(name).value().span(),
                            name + " of the clock is " + value + ", and it must not be negative")
                    .help("use zero or more"));
        }
        return Math.max(value, 0);
    }

    private void positive(Argument argument, String what, String value) {
        reporter.report(Diagnostic.error(
                        Code.DYN0506, argument.value().span(), what + " is " + value + ", and it must be above zero")
                .help("use a value above zero"));
    }
}
