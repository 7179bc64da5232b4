package dync.compiler.model;

import dync.compiler.ast.Expression;
import dync.compiler.ast.Name;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.evaluate.Evaluator;
import dync.compiler.value.Dimension;
import dync.compiler.value.Scope;
import dync.compiler.value.Value;
import java.util.Optional;

/** The rounds of {@code for} and {@code repeat}, which are unrolled: counted, so that a typing slip cannot run for ever. */
public final class Rounds {
    private static final int MOST = 10_000;

    private int taken;

    /** How often {@code repeat} runs its body; empty where that is wrong or too often, which is reported. */
    public Optional<Integer> repeat(Expression count, Scope scope, Evaluator evaluator, Reporter reporter) {
        Optional<Integer> rounds = evaluator.whole(count, scope, "repeat");
        if (rounds.isPresent() && rounds.get() < 0) {
            reporter.report(Diagnostic.error(Code.DYN0506, count.span(), "nothing repeats " + rounds.get() + " times")
                    .help("use a count of zero or more"));
            return Optional.empty();
        }
        return rounds.filter(number -> take(number, count, reporter));
    }

    /** The first value of {@code for} and the one that is not reached; empty where they are wrong, which is reported. */
    public Optional<Range> range(Expression from, Expression to, Scope scope, Evaluator evaluator, Reporter reporter) {
        Optional<Integer> first = evaluator.whole(from, scope, "the first value of for");
        Optional<Integer> end = evaluator.whole(to, scope, "the end of for");
        if (first.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        if (first.get() > end.get()) {
            reporter.report(Diagnostic.error(
                            Code.DYN0506, to.span(), "the range " + first.get() + ".." + end.get() + " goes down")
                    .help("for counts up and stops before its end"));
            return Optional.empty();
        }
        return take((long) end.get() - first.get(), to, reporter)
                ? Optional.of(new Range(first.get(), end.get()))
                : Optional.empty();
    }

    /** The scope of a {@code for} whose rounds are not known yet; its ends are checked. */
    public static Scope open(Name variable, Expression from, Expression to, Scope scope, Evaluator evaluator) {
        evaluator.whole(from, scope, "the first value of for");
        evaluator.whole(to, scope, "the end of for");
        Scope inner = scope.inner();
        inner.bind(
                variable.text(), Value.Num.unknown(Dimension.NUMBER), Optional.of(variable.span()), Scope.Role.BUILTIN);
        return inner;
    }

    /** The values of a {@code for}. */
    public record Range(int first, int end) {}

    private boolean take(long rounds, Expression place, Reporter reporter) {
        if (taken + rounds > MOST) {
            reporter.report(Diagnostic.error(
                            Code.DYN0506,
                            place.span(),
                            "this takes the loops of the model to " + (taken + rounds) + " rounds, and at most " + MOST
                                    + " are unrolled")
                    .help("use a smaller count: every round is a piece of the network of its own"));
            return false;
        }
        taken += (int) rounds;
        return true;
    }
}
