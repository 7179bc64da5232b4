package dync.compiler.model;

import dync.compiler.ast.Expression;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.evaluate.Describe;
import dync.compiler.evaluate.Evaluator;
import dync.compiler.evaluate.Typing;
import dync.compiler.source.Span;
import dync.compiler.value.Dimension;
import dync.compiler.value.Rational;
import dync.compiler.value.Scope;
import dync.compiler.value.Type;
import dync.compiler.value.Value;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Turns conduction delays into steps of the clock. A delay that is no whole number of steps is never rounded. */
public final class Delays {
    private static final Rational LONGEST = Rational.of(1_000_000);

    private final Rational step;
    private final Evaluator evaluator;
    private final Reporter reporter;

    /**
     * @param step the clock's step in ms
     */
    public Delays(Rational step, Evaluator evaluator, Reporter reporter) {
        this.step = step;
        this.evaluator = evaluator;
        this.reporter = reporter;
    }

    /** The steps of a delay; where it is wrong, which is reported, one step, with which no loop is without delay. */
    public Delay of(Expression expression, Scope scope, String what) {
        Span span = expression.span();
        Value value = Typing.constant(
                evaluator.evaluate(expression, scope), Type.of("time"), expression, "the delay of " + what, reporter);
        if (!(value instanceof Value.Num num) || num.exact().isEmpty()) {
            return Delay.wrong(span);
        }
        Rational time = num.exact().get();
        if (time.signum() < 0) {
            reporter.report(Diagnostic.error(
                            Code.DYN0603,
                            span,
                            "the delay of " + what + " is " + ms(time) + ": no signal arrives early")
                    .help("use a delay of 0 ms or more"));
            return Delay.wrong(span);
        }
        Rational steps = time.over(step);
        if (!steps.isWhole()) {
            reporter.report(uneven(expression, scope, time, steps, what));
            return Delay.wrong(span);
        }
        if (steps.compareTo(LONGEST) > 0) {
            reporter.report(Diagnostic.error(
                            Code.DYN0506,
                            span,
                            "the delay of " + what + " is " + steps + " steps, more than the " + LONGEST
                                    + " that are kept in memory")
                    .help("shorten the delay, or lengthen the step of the clock"));
            return Delay.wrong(span);
        }
        scope.observer().delay(span, steps.intValue());
        return new Delay(steps.intValue(), span);
    }

    private Diagnostic uneven(Expression expression, Scope scope, Rational time, Rational steps, String what) {
        Diagnostic uneven = Diagnostic.error(
                        Code.DYN0601,
                        expression.span(),
                        "the delay of " + what + " is " + ms(time) + ", which is no whole number of steps of "
                                + ms(step))
                .says("is " + ms(time));
        Expression stated = expression;
        Scope seen = scope;
        Set<Span> places = new HashSet<>();
        while (stated instanceof Expression.Reference reference && places.add(stated.span())) {
            Optional<Scope.Origin> origin = seen.find(reference.name().text()).flatMap(Scope.Binding::origin);
            if (origin.isEmpty()) {
                break;
            }
            stated = origin.get().expression();
            seen = origin.get().scope();
            uneven = uneven.label(stated.span(), reference.name().text() + " gets its value here");
        }
        String below = ms(steps.floor().times(step));
        String above = ms(steps.ceil().times(step));
        if (stated instanceof Expression.Quantity) {
            return uneven.fix("change it to " + below, stated.span(), below)
                    .fix("change it to " + above, stated.span(), above);
        }
        return uneven.help("the nearest delays are " + below + " and " + above);
    }

    private static String ms(Rational time) {
        return Describe.number(time, Dimension.TIME);
    }
}
