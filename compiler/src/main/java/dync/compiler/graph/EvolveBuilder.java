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
import dync.compiler.source.Span;
import dync.compiler.value.Dimension;
import dync.compiler.value.Past;
import dync.compiler.value.Rational;
import dync.compiler.value.Scope;
import dync.compiler.value.Symbol;
import dync.compiler.value.TensorShape;
import dync.compiler.value.Type;
import dync.compiler.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Optional<Tableau> tableau = tableau(evolve, evaluator, frame);
        int substeps = substeps(evolve, evaluator, frame);
        Expression.Call call = evolve.dynamics();
        Expression.Reference name = new Expression.Reference(call.name().span(), call.name());
        Value named = evaluator.evaluate(name, frame.scope(), Type.of("dynamics"), "evolve");
        if (!(named instanceof Value.Declared declared)
                || !(declared.declaration() instanceof Declaration.Dynamics dynamics)
                || dynamics.equations().isEmpty()
                || tableau.isEmpty()) {
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
        slowEnough(dynamics, scope, call, frame);
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
        return new Integration(
                        dynamics,
                        scope,
                        tableau.get(),
                        substeps,
                        drive,
                        own,
                        evolve.span(),
                        frame.below(
                                frame.local(dynamics.name().text()),
                                frame.scope(),
                                frame.reporter().inside(dynamics.name().text(), dynamics.span(), call.span())),
                        area,
                        bodies)
                .build();
    }

    private Optional<Tableau> tableau(Step.Evolve evolve, Evaluator evaluator, Frame frame) {
        Expression.Reference name = evolve.solver()
                .map(call -> new Expression.Reference(call.name().span(), call.name()))
                .orElse(new Expression.Reference(evolve.span(), new dync.compiler.ast.Name(evolve.span(), EULER)));
        if (name.name().text().equals("exponential")) {
            frame.reporter()
                    .report(Diagnostic.error(Code.DYN0001, name.span(), "the solver exponential is not supported yet")
                            .help("rk4 with the same step differs from it by less than (step / tau)^5 / 120"));
            return Optional.empty();
        }
        Value value = evaluator.evaluate(name, frame.scope(), Type.of("solver"), "using");
        return value instanceof Value.Declared declared
                ? Tableau.of((Declaration.Solver) declared.declaration(), evaluator, declared.home(), frame.reporter())
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

    /** One use of dynamics under a solver. */
    private final class Integration {
        private final Declaration.Dynamics dynamics;
        private final Scope scope;
        private final Tableau tableau;
        private final Rational step;
        private final int substeps;
        private final Value.Signal drive;
        private final boolean own;
        private final Span span;
        private final Frame frame;
        private final AreaState area;
        private final FrameTensors tensors;
        private final Evaluator evaluator;

        private Integration(
                Declaration.Dynamics dynamics,
                Scope scope,
                Tableau tableau,
                int substeps,
                Value.Signal drive,
                boolean own,
                Span span,
                Frame frame,
                AreaState area,
                BodyBuilder bodies) {
            this.dynamics = dynamics;
            this.scope = scope;
            this.tableau = tableau;
            this.substeps = substeps;
            this.step = model.clock().step().over(Rational.of(substeps));
            this.drive = drive;
            this.own = own;
            this.span = span;
            this.frame = frame;
            this.area = area;
            this.tensors = new FrameTensors(frame, draft, bodies);
            this.evaluator = new Evaluator(tensors, frame.reporter());
        }

        private Value build() {
            TensorShape shape = drive.shape().orElseThrow();
            Map<String, Value> state = new LinkedHashMap<>();
            Map<String, Integer> results = new LinkedHashMap<>();
            for (Declaration.Equation equation : dynamics.equations()) {
                String name = equation.variable().text();
                boolean activity = state.isEmpty();
                int node = activity && !own
                        ? area.commit()
                        : draft.reserve(frame.path() + "." + name, new Op.Pointwise("identity"), span);
                if (node != area.commit()) {
                    draft.shape(node, shape);
                    results.put(name, node);
                    held.add(node);
                } else {
                    area.whenCommitted(() -> sameShape(shape));
                }
                state.put(name, new Value.Signal(node, 1, Past.ZERO, Optional.of(shape), Dimension.NUMBER));
            }
            Map<String, Value> current = state;
            for (int i = 0; i < substeps; i++) {
                current = step(current);
            }
            if (current.values().stream().anyMatch(value -> !(value instanceof Value.Signal))) {
                return drive;
            }
            Map<String, Value> end = current;
            results.forEach((name, node) -> draft.operand(node, FrameTensors.read((Value.Signal) end.get(name))));
            String activity = dynamics.equations().get(0).variable().text();
            return results.containsKey(activity)
                    ? FrameTensors.signal(results.get(activity), shape, Dimension.NUMBER)
                    : end.get(activity);
        }

        private void sameShape(TensorShape shape) {
            area.shape().filter(committed -> !committed.equals(shape)).ifPresent(committed -> frame.reporter()
                    .report(Diagnostic.error(
                                    Code.DYN0306,
                                    span,
                                    "the state changes its shape: it evolves as " + shape + " and is committed as "
                                            + committed)
                            .label(area.emitted().orElse(span), "commits " + committed)
                            .help("move the step that changes it behind emit, or write state = own")));
        }

        private Map<String, Value> step(Map<String, Value> state) {
            List<Map<String, Value>> slopes = new ArrayList<>();
            for (int stage = 0; stage < tableau.weights().size(); stage++) {
                slopes.add(slopes(
                        stage == 0
                                ? state
                                : moved(state, slopes, tableau.stages().get(stage - 1))));
            }
            return moved(state, slopes, tableau.weights());
        }

        private Map<String, Value> slopes(Map<String, Value> state) {
            Scope stage = scope.inner();
            stage.bind("input", drive, Optional.empty(), Scope.Role.BUILTIN);
            state.forEach((name, value) -> stage.bind(name, value, Optional.empty(), Scope.Role.LET));
            for (Step.Let let : dynamics.lets()) {
                stage.bind(
                        let.name().text(),
                        evaluator.evaluate(let.value(), stage),
                        Optional.of(let.name().span()),
                        Scope.Role.LET);
            }
            Map<String, Value> slopes = new LinkedHashMap<>();
            for (Declaration.Equation equation : dynamics.equations()) {
                slopes.put(equation.variable().text(), evaluator.evaluate(equation.derivative(), stage));
            }
            return slopes;
        }

        /** The state after {@code step * sum_j coefficients[j] * slopes[j]}. */
        private Map<String, Value> moved(
                Map<String, Value> state, List<Map<String, Value>> slopes, List<Rational> coefficients) {
            Map<String, Value> moved = new LinkedHashMap<>();
            state.forEach((name, start) -> {
                Value result = start;
                for (int j = 0; j < coefficients.size(); j++) {
                    Rational factor = coefficients.get(j).times(step);
                    if (factor.signum() != 0) {
                        result = plus(result, factor, slopes.get(j).get(name));
                    }
                }
                moved.put(name, result);
            });
            return moved;
        }

        private Value plus(Value start, Rational factor, Value slope) {
            if (start instanceof Value.Poison || slope instanceof Value.Poison) {
                return new Value.Poison();
            }
            if (slope instanceof Value.Num num) {
                Value change = Value.Num.of(num.exact().orElseThrow().times(factor));
                return tensors.pointwise("add", List.of(start, change), Dimension.NUMBER, span, frame.reporter());
            }
            Value change = tensors.pointwise(
                    "mul",
                    List.of(slope, Value.Num.of(factor, Dimension.TIME)),
                    Dimension.NUMBER,
                    span,
                    frame.reporter());
            return change instanceof Value.Poison
                    ? change
                    : tensors.pointwise("add", List.of(start, change), Dimension.NUMBER, span, frame.reporter());
        }
    }
}
