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
import java.util.Map;

/** Turns conduction delays into steps of the clock. A delay that is no whole number of steps is never rounded. */
public final class Delays {
    private final Rational step;
    private final Map<String, Expression> origins;
    private final Evaluator evaluator;
    private final Reporter reporter;

    /**
     * @param step the clock's step in ms
     * @param origins which expression gave a parameter its value, for the edits that mend it
     */
    public Delays(Rational step, Map<String, Expression> origins, Evaluator evaluator, Reporter reporter) {
        this.step = step;
        this.origins = origins;
        this.evaluator = evaluator;
        this.reporter = reporter;
    }

    /** The steps of a delay; 0 where it is wrong, which is reported. */
    public Delay of(Expression expression, Scope scope, String what) {
        Span span = expression.span();
        Value value = Typing.convert(
                evaluator.evaluate(expression, scope), Type.of("time"), expression, "the delay of " + what, reporter);
        if (!(value instanceof Value.Num num) || num.exact().isEmpty()) {
            return new Delay(0, span);
        }
        Rational time = num.exact().get();
        if (time.signum() < 0) {
            reporter.report(Diagnostic.error(
                            Code.DYN0603,
                            span,
                            "the delay of " + what + " is " + ms(time) + ": no signal arrives early")
                    .help("use a delay of 0 ms or more"));
            return new Delay(0, span);
        }
        Rational steps = time.over(step);
        if (!steps.isWhole()) {
            reporter.report(uneven(expression, time, steps, what));
            return new Delay(steps.round().fitsInt() ? steps.round().intValue() : 0, span);
        }
        if (!steps.fitsInt()) {
            reporter.report(Diagnostic.error(Code.DYN0506, span, "a delay of " + steps + " steps is too long"));
            return new Delay(0, span);
        }
        return new Delay(steps.intValue(), span);
    }

    private Diagnostic uneven(Expression expression, Rational time, Rational steps, String what) {
        Diagnostic uneven = Diagnostic.error(
                        Code.DYN0601,
                        expression.span(),
                        "the delay of " + what + " is " + ms(time) + ", which is no whole number of steps of "
                                + ms(step))
                .says("is " + ms(time));
        Expression stated = expression;
        for (int i = 0; i < 8 && stated instanceof Expression.Reference reference; i++) {
            Expression origin = origins.get(reference.name().text());
            if (origin == null) {
                break;
            }
            uneven = uneven.label(origin.span(), reference.name().text() + " gets its value here");
            stated = origin;
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
