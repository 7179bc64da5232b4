package dync.compiler.resolve;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Declaration;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Name;
import dync.compiler.ast.Salvage;
import dync.compiler.ast.Step;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.evaluate.Arguments;
import dync.compiler.evaluate.Binder;
import dync.compiler.evaluate.Describe;
import dync.compiler.evaluate.Evaluator;
import dync.compiler.evaluate.Operations;
import dync.compiler.evaluate.PenaltyArguments;
import dync.compiler.evaluate.RecurrentArguments;
import dync.compiler.evaluate.Sharing;
import dync.compiler.evaluate.Sketch;
import dync.compiler.evaluate.Typing;
import dync.compiler.language.Language;
import dync.compiler.model.Rounds;
import dync.compiler.value.Dimension;
import dync.compiler.value.Scope;
import dync.compiler.value.Type;
import dync.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the steps of one pipeline with shapes left open. */
final class StepChecker {
    private static final List<String> WEIGHT_OPTIONS = List.of("trainable", "min", "max", "share");

    private final Evaluator evaluator;
    private final DeclarationChecker declarations;
    private final Reporter reporter;
    private final Place place;

    StepChecker(Evaluator evaluator, DeclarationChecker declarations, Reporter reporter, Place place) {
        this.evaluator = evaluator;
        this.declarations = declarations;
        this.reporter = reporter;
        this.place = place;
    }

    void check(List<Step> steps, Scope scope) {
        Value flow = Value.Signal.unknown(Dimension.NUMBER);
        scope.bind("in", flow, Optional.empty(), Scope.Role.BUILTIN);
        scope.bind("it", flow, Optional.empty(), Scope.Role.BUILTIN);
        if (place == Place.CONNECTION) {
            scope.bind("out", new Value.ShapeOf(Optional.empty()), Optional.empty(), Scope.Role.BUILTIN);
        }
        all(steps, scope);
    }

    private void all(List<Step> steps, Scope scope) {
        for (Step step : steps) {
            if (step instanceof Step.Error
                    || step instanceof Step.Declare broken && broken.declaration() instanceof Declaration.Error) {
                Salvage.names(step.span())
                        .forEach(
                                name -> scope.bind(name, new Value.Poison(), Optional.empty(), Scope.Role.DECLARATION));
            } else if (step instanceof Step.Declare declare) {
                Declaration inner = declare.declaration();
                bind(inner.name(), new Value.Declared(inner, scope), Scope.Role.DECLARATION, scope);
            }
        }
        steps.forEach(step -> step(step, scope));
        Unused.report(scope, Scope.Role.LET, reporter);
        if (place != Place.PRIMITIVE) {
            Unused.report(scope, Scope.Role.WEIGHT, reporter);
        }
    }

    /** Binds a name that this body gives; one body does not give a name twice. */
    private void bind(Name name, Value value, Scope.Role role, Scope scope) {
        Optional<Scope.Binding> first =
                scope.own(name.text()).filter(binding -> binding.declared().isPresent());
        if (first.isPresent()) {
            String before = first.get().role().noun();
            reporter.report(Diagnostic.error(
                            Code.DYN0208,
                            name.span(),
                            before.equals(role.noun())
                                    ? "the " + before + " " + name.text() + " is declared twice"
                                    : "the name " + name.text() + " is declared twice: as a " + before + " and as a "
                                            + role.noun())
                    .label(first.get().declared().get(), "first here")
                    .help("give one of them another name"));
        }
        scope.bind(name.text(), value, Optional.of(name.span()), role);
    }

    private void step(Step step, Scope scope) {
        boolean declares = step instanceof Step.Weight
                || step instanceof Step.Require
                || step instanceof Step.If
                || step instanceof Step.Error;
        if (place == Place.PRIMITIVE && !declares) {
            reporter.report(Diagnostic.error(
                            Code.DYN0703,
                            step.span(),
                            "a primitive declares weights and what it requires; its Java method computes")
                    .help("write it as a block to compute in the language"));
            return;
        }
        if (step instanceof Step.Op op) {
            operation(op, scope);
        } else if (step instanceof Step.Let let) {
            bind(let.name(), evaluator.evaluate(let.value(), scope), Scope.Role.LET, scope);
        } else if (step instanceof Step.Apply apply) {
            tensor(apply.value(), scope, "apply");
        } else if (step instanceof Step.Merge merge) {
            tensor(merge.value(), scope, merge.kind().keyword());
        } else if (step instanceof Step.If choice) {
            evaluator.condition(choice.condition(), scope);
            all(choice.then(), scope.inner());
            all(choice.otherwise(), scope.inner());
        } else if (step instanceof Step.For loop) {
            all(loop.body(), Rounds.open(loop.variable(), loop.from(), loop.to(), scope, evaluator));
        } else if (step instanceof Step.Repeat repeat) {
            evaluator.whole(repeat.count(), scope, "repeat");
            all(repeat.body(), scope.inner());
        } else if (step instanceof Step.Weight weight) {
            weight(weight, scope);
        } else if (step instanceof Step.Require require) {
            evaluator.condition(require.condition(), scope);
            require.message().ifPresent(message -> text(message, scope));
        } else if (step instanceof Step.Declare declare) {
            declarations.check(declare.declaration(), scope);
        } else if (step instanceof Step.Penalty penalty) {
            penalty(penalty, scope);
        } else if (!(step instanceof Step.Error)) {
            stateful(step, scope);
        }
    }

    private void text(Expression message, Scope scope) {
        Typing.convert(evaluator.evaluate(message, scope), Type.of("string"), message, "require", reporter);
    }

    private void tensor(Expression expression, Scope scope, String what) {
        Value value = evaluator.evaluate(expression, scope);
        boolean fits = value instanceof Value.Signal
                || value instanceof Value.Poison
                || value instanceof Value.Num num && num.dimension().isNumber();
        if (!fits) {
            reporter.report(Diagnostic.error(
                    Code.DYN0404, expression.span(), what + " wants a tensor, not " + Describe.value(value)));
        }
    }

    private void operation(Step.Op op, Scope scope) {
        if (Operations.isOpen(op.name(), scope)) {
            op.arguments().forEach(argument -> evaluator.evaluate(argument.value(), scope));
            return;
        }
        Optional<Value.Declared> operation = Operations.find(op.name(), scope);
        if (operation.isEmpty()) {
            Operations.reportUnknown(op.name(), scope, reporter);
            op.arguments().forEach(argument -> evaluator.evaluate(argument.value(), scope));
            return;
        }
        if (operation.get().declaration() instanceof Declaration.Function) {
            evaluator.apply(operation.get(), Value.Signal.unknown(Dimension.NUMBER), op.arguments(), scope, op.span());
            return;
        }
        new Sketch()
                .apply(
                        new Expression.Call(op.span(), op.name(), op.arguments(), true),
                        operation.get(),
                        Value.Signal.unknown(Dimension.NUMBER),
                        scope,
                        reporter);
    }

    void weight(Step.Weight weight, Scope scope) {
        Dimension dimension = Dimension.NUMBER;
        if (weight.type() instanceof Step.WeightType.Scalar scalar) {
            Type type = Type.of(scalar.type().text());
            if (type.dimension().isEmpty()) {
                reporter.report(Diagnostic.error(
                                Code.DYN0210,
                                scalar.type().span(),
                                "a weight is no " + scalar.type().text())
                        .help("a weight is a time, a rate, a float, or has a shape such as [channels, 1, 1]"));
            } else {
                dimension = type.dimension().get();
                weight.init().ifPresent(init -> scalarInit(init, type, weight, scope));
            }
        } else if (weight.type() instanceof Step.WeightType.Shape shape) {
            evaluator.evaluate(shape.sizes(), scope);
            weight.init()
                    .ifPresent(init -> Typing.convert(
                            evaluator.evaluate(init, scope),
                            Type.of("init"),
                            init,
                            "the weight " + weight.name().text(),
                            reporter));
        }
        Dimension unit = dimension;
        scope.called(weight.span(), Language.signature("weight"));
        Arguments.assign(weight.options(), WEIGHT_OPTIONS, "a weight", reporter)
                .forEach((name, option) -> option(name, option, weight, unit, scope));
        bind(weight.name(), DeclarationChecker.weight(weight, dimension), Scope.Role.WEIGHT, scope);
    }

    private void scalarInit(Expression init, Type type, Step.Weight weight, Scope scope) {
        Value value = evaluator.evaluate(init, scope);
        if (!(value instanceof Value.Init)) {
            Typing.convert(value, type, init, "the weight " + weight.name().text(), reporter);
        }
    }

    private void option(String name, Argument option, Step.Weight weight, Dimension dimension, Scope scope) {
        String what = "the option " + name + " of the weight " + weight.name().text();
        switch (name) {
            case "trainable" ->
                Typing.convert(
                        evaluator.evaluate(option.value(), scope), Type.of("bool"), option.value(), what, reporter);
            case "min", "max" ->
                Typing.constant(
                        evaluator.evaluate(option.value(), scope),
                        Type.of(dimension.isNumber() ? "float" : dimension.equals(Dimension.TIME) ? "time" : "rate"),
                        option.value(),
                        what,
                        reporter);
            default -> Sharing.path(option, reporter).ifPresent(path -> alone(weight, path));
        }
    }

    /** What is shared starts, is bounded and is trained as the other weight says. */
    private void alone(Step.Weight weight, Sharing.Path path) {
        boolean hasOptions = !weight.options().stream().allMatch(Sharing::isMeant);
        if (weight.init().isPresent() || hasOptions) {
            reporter.report(Diagnostic.error(
                            Code.DYN0217,
                            path.span(),
                            "the weight " + weight.name().text() + " is that of " + path.text()
                                    + ", and cannot have a start, bounds or training of its own")
                    .help("write weight " + weight.name().text() + ": "
                            + weight.type().span().text() + ", share = " + path.text()));
        }
    }

    private void stateful(Step step, Scope scope) {
        if (!place.hasState()) {
            String word = step.span().text().split("\\W", 2)[0];
            reporter.report(Diagnostic.error(
                            Code.DYN0703,
                            step.span(),
                            word + " works on the state of an area, and " + place.noun() + " has none")
                    .help("move it into the body of an area"));
        }
        if (step instanceof Step.Recurrent recurrent) {
            recurrent(recurrent, scope);
        } else if (step instanceof Step.Evolve evolve) {
            evolve(evolve, scope);
        } else if (step instanceof Step.Emit emit) {
            emit(emit, scope);
        }
    }

    private void penalty(Step.Penalty penalty, Scope scope) {
        scope.called(penalty.span(), Language.signature("penalty"));
        PenaltyArguments given = PenaltyArguments.of(penalty, reporter);
        given.kind().ifPresent(kind -> evaluator.evaluate(kind, scope, PenaltyArguments.KIND, "penalty"));
        for (Expression number : given.numbers()) {
            Typing.constant(evaluator.evaluate(number, scope), Type.of("float"), number, "a penalty", reporter);
        }
    }

    private void time(Expression expression, Scope scope, String what) {
        Typing.constant(evaluator.evaluate(expression, scope), Type.of("time"), expression, what, reporter);
    }

    private void recurrent(Step.Recurrent recurrent, Scope scope) {
        scope.called(recurrent.span(), Language.signature("recurrent"));
        RecurrentArguments given = RecurrentArguments.of(recurrent, reporter);
        given.delay().ifPresent(delay -> time(delay, scope, "the delay of a recurrence"));
        given.combine()
                .ifPresent(combine ->
                        evaluator.evaluate(combine, scope, Type.of("integration"), "combine of a recurrence"));
        Value value = given.kind()
                .map(kind -> evaluator.evaluate(kind, scope, new Type("connection", false, true), "recurrent"))
                .orElseGet(Value.Poison::new);
        List<Argument> rest = given.rest();
        if (value instanceof Value.Declared declared) {
            scope.called(recurrent.span(), Language.signature("operation"));
            List<Argument> own = Sharing.of(rest, declared.declaration().parameters(), reporter)
                    .rest();
            arguments(declared, own, scope, recurrent.span());
        } else {
            rest.forEach(argument -> evaluator.evaluate(argument.value(), scope));
        }
    }

    private void arguments(
            Value.Declared declared, List<Argument> arguments, Scope scope, dync.compiler.source.Span site) {
        new Binder(evaluator, reporter)
                .bind(
                        declared.declaration().parameters(),
                        arguments,
                        scope,
                        declared.home().inner(),
                        declared.declaration().name().text(),
                        site);
    }

    private void evolve(Step.Evolve evolve, Scope scope) {
        Expression.Call call = evolve.dynamics();
        scope.called(call.span(), Language.signature("evolve").of(call.name().text()));
        Expression.Reference name = new Expression.Reference(call.name().span(), call.name());
        Value value = evaluator.evaluate(name, scope, Type.of("dynamics"), "evolve");
        List<Argument> arguments = new ArrayList<>();
        List<Argument> states = call.arguments().stream()
                .filter(argument ->
                        argument.name().map(n -> n.text().equals("state")).orElse(false))
                .toList();
        Arguments.assign(states, List.of("state"), "evolve", reporter);
        for (Argument argument : call.arguments()) {
            if (states.contains(argument)) {
                Typing.convert(
                        evaluator.evaluate(argument.value(), scope),
                        Type.of("state"),
                        argument.value(),
                        "state of evolve",
                        reporter);
            } else {
                arguments.add(argument);
            }
        }
        if (value instanceof Value.Declared declared) {
            arguments(declared, arguments, scope, call.span());
        } else {
            arguments.forEach(argument -> evaluator.evaluate(argument.value(), scope));
        }
        evolve.solver().ifPresent(solver -> solver(solver, scope));
    }

    private void solver(Expression.Call solver, Scope scope) {
        Expression.Reference name = new Expression.Reference(solver.name().span(), solver.name());
        evaluator.evaluate(name, scope, Type.of("solver"), "using");
        scope.called(solver.span(), Language.signature("using").of(solver.name().text()));
        Arguments.assign(solver.arguments(), List.of("substeps"), "a solver", reporter)
                .forEach((substeps, argument) -> evaluator.whole(argument.value(), scope, substeps));
    }

    private void emit(Step.Emit emit, Scope scope) {
        scope.called(emit.span(), Language.signature("emit"));
        Arguments.assign(emit.arguments(), List.of("delay", "initial"), "emit", reporter)
                .forEach((name, argument) -> {
                    if (name.equals("delay")) {
                        time(argument.value(), scope, "the delay of emit");
                    } else {
                        evaluator.evaluate(argument.value(), scope, Type.of("past"), "initial of emit");
                    }
                });
    }
}
