package dync.compiler.graph;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Declaration;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Parameter;
import dync.compiler.ast.Step;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.evaluate.Arguments;
import dync.compiler.evaluate.Binder;
import dync.compiler.evaluate.Describe;
import dync.compiler.evaluate.Evaluator;
import dync.compiler.evaluate.Typing;
import dync.compiler.model.Model;
import dync.compiler.model.Tableau;
import dync.compiler.value.Dimension;
import dync.compiler.value.Rational;
import dync.compiler.value.Scope;
import dync.compiler.value.Symbol;
import dync.compiler.value.Type;
import dync.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Builds one step of a solver: the equations are evaluated at each stage of the tableau, with the drive held over the
 * step. The activity starts from the committed state, or from its own last result; other variables from their own.
 */
final class EvolveBuilder {
    private static final String EULER = "euler";
    private static final int MOST_SUBSTEPS = 1000;

    private final Draft draft;
    private final Model model;
    private final List<Integer> held = new ArrayList<>();

    EvolveBuilder(Draft draft, Model model) {
        this.draft = draft;
        this.model = model;
    }

    List<Integer> held() {
        return held;
    }

    Value build(Step.Evolve evolve, Value.Signal drive, Frame frame, AreaState area, BodyBuilder bodies) {
        Evaluator evaluator = bodies.evaluator(frame);
        Optional<Solver> solver = solver(evolve, evaluator, frame);
        int substeps = substeps(evolve, evaluator, frame);
        Expression.Call call = evolve.dynamics();
        Expression.Reference name = new Expression.Reference(call.name().span(), call.name());
        Value named = evaluator.evaluate(name, frame.scope(), Type.of("dynamics"), "evolve");
        if (!(named instanceof Value.Declared declared)
                || !(declared.declaration() instanceof Declaration.Dynamics dynamics)
                || dynamics.equations().isEmpty()
                || solver.isEmpty()) {
            // a step of a solver keeps the shape of the flow: what follows is checked without it
            return drive;
        }
        Scope scope = declared.home().inner();
        List<Argument> arguments = call.arguments().stream()
                .filter(argument ->
                        !argument.name().map(n -> n.text().equals("state")).orElse(false))
                .toList();
        if (!new Binder(evaluator, frame.reporter())
                .bind(
                        dynamics.parameters(),
                        arguments,
                        frame.scope(),
                        scope,
                        call.name().text(),
                        call.span())) {
            return drive;
        }
        Rational step = model.clock().step().over(Rational.of(substeps));
        if (solver.get() instanceof Solver.Explicit) {
            slowEnough(dynamics, scope, call, frame);
        }
        boolean own = call.arguments().stream()
                .filter(argument ->
                        argument.name().map(n -> n.text().equals("state")).orElse(false))
                .map(argument -> Typing.convert(
                        evaluator.evaluate(argument.value(), frame.scope()),
                        Type.of("state"),
                        argument.value(),
                        "state of evolve",
                        frame.reporter()))
                .anyMatch(value -> value.equals(new Value.Word(Symbol.OWN)));
        Frame inside = frame.below(
                frame.local(dynamics.name().text()),
                frame.scope(),
                frame.reporter().inside(dynamics.name().text(), dynamics.span(), call.span()));
        Slopes equations =
                new Slopes(dynamics, scope, drive, evolve.span(), inside, new FrameTensors(inside, draft, bodies));
        Method method = solver.get() instanceof Solver.Explicit explicit
                ? new RungeKutta(explicit.tableau(), step, equations)
                : new Exponential(step, equations, draft);
        return new Integration(dynamics, drive, own, area, draft, equations, held).run(method, substeps);
    }

    /** What stands behind {@code using}. */
    private sealed interface Solver {
        record Explicit(Tableau tableau) implements Solver {}

        record Exact() implements Solver {}
    }

    private Optional<Solver> solver(Step.Evolve evolve, Evaluator evaluator, Frame frame) {
        Expression.Reference name = evolve.solver()
                .map(call -> new Expression.Reference(call.name().span(), call.name()))
                .orElse(new Expression.Reference(evolve.span(), new dync.compiler.ast.Name(evolve.span(), EULER)));
        Value value = evaluator.evaluate(name, frame.scope(), Type.of("solver"), "using");
        if (value.equals(new Value.Word(Symbol.EXPONENTIAL))) {
            return Optional.of(new Solver.Exact());
        }
        return value instanceof Value.Declared declared
                ? Tableau.of((Declaration.Solver) declared.declaration(), evaluator, declared.home(), frame.reporter())
                        .map(Solver.Explicit::new)
                : Optional.empty();
    }

    private int substeps(Step.Evolve evolve, Evaluator evaluator, Frame frame) {
        List<Argument> given = evolve.solver().map(Expression.Call::arguments).orElse(List.of());
        Optional<Expression> written = Optional.ofNullable(
                        Arguments.assign(given, List.of("substeps"), "a solver", frame.reporter())
                                .get("substeps"))
                .map(Argument::value);
        int substeps = written.flatMap(expression -> evaluator.whole(expression, frame.scope(), "substeps"))
                .orElse(1);
        if (substeps < 1 || substeps > MOST_SUBSTEPS) {
            frame.reporter()
                    .report(Diagnostic.error(
                                    Code.DYN0506,
                                    written.orElseThrow().span(),
                                    "a step has 1 to " + MOST_SUBSTEPS + " substeps, not " + substeps)
                            .help(substeps < 1 ? "use a value above zero" : "shorten the step of the clock instead"));
            return 1;
        }
        return substeps;
    }

    /** Explicit steps longer than a time constant overshoot. */
    private void slowEnough(Declaration.Dynamics dynamics, Scope scope, Expression.Call call, Frame frame) {
        for (Parameter parameter : dynamics.parameters()) {
            Optional<Value> value = scope.own(parameter.name().text()).map(Scope.Binding::value);
            if (value.isPresent()
                    && value.get() instanceof Value.Num num
                    && num.dimension().equals(Dimension.TIME)
                    && num.exact().isPresent()
                    && num.exact().get().compareTo(model.clock().step()) < 0) {
                frame.reporter()
                        .report(Diagnostic.warning(
                                        Code.DYN0605,
                                        call.span(),
                                        "the step of "
                                                + Describe.number(model.clock().step(), Dimension.TIME)
                                                + " is longer than the time constant "
                                                + parameter.name().text() + " of " + Describe.number(num))
                                .help("shorten the step of the clock, or use substeps"));
            }
        }
    }
}
