package dync.compiler.resolve;

import dync.compiler.ast.Declaration;
import dync.compiler.ast.Parameter;
import dync.compiler.ast.Step;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.evaluate.Evaluator;
import dync.compiler.evaluate.Sketch;
import dync.compiler.evaluate.Typing;
import dync.compiler.model.References;
import dync.compiler.model.Tableau;
import dync.compiler.value.Dimension;
import dync.compiler.value.Past;
import dync.compiler.value.Scope;
import dync.compiler.value.Signature;
import dync.compiler.value.TensorShape;
import dync.compiler.value.Type;
import dync.compiler.value.Value;
import dync.compiler.value.Wanted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks one declaration with its parameters left open. */
final class DeclarationChecker {
    private static final Map<String, String> BUILT_IN = Map.of(
            "in", "the input of a body",
            "it", "the flow where a step stands",
            "out", "the shape that a connection must reach");

    private final Reporter reporter;
    private final Evaluator evaluator;

    DeclarationChecker(Reporter reporter) {
        this.reporter = reporter;
        this.evaluator = new Evaluator(new Sketch(), reporter);
    }

    void check(Declaration declaration, Scope home) {
        if (declaration instanceof Declaration.Model model) {
            Scope scope = parameters(model.parameters(), home);
            new ItemChecker(model, evaluator, this, reporter).check(scope);
            Unused.report(scope, Scope.Role.PARAMETER, reporter);
            Unused.report(scope, Scope.Role.DECLARATION, reporter);
            Unused.report(scope, Scope.Role.LET, reporter);
        } else if (declaration instanceof Declaration.Area area) {
            body(area.parameters(), area.body(), home, Place.AREA);
        } else if (declaration instanceof Declaration.Block block) {
            body(block.parameters(), block.body(), home, Place.BLOCK);
        } else if (declaration instanceof Declaration.Connection connection) {
            body(connection.parameters(), connection.body(), home, Place.CONNECTION);
        } else if (declaration instanceof Declaration.Primitive primitive) {
            primitive(primitive, home);
        } else if (declaration instanceof Declaration.Function function) {
            function(function, home);
        } else if (declaration instanceof Declaration.Dynamics dynamics) {
            dynamics(dynamics, home);
        } else if (declaration instanceof Declaration.Solver solver) {
            Tableau.of(solver, evaluator, home, reporter);
        } else if (declaration instanceof Declaration.Constant constant) {
            evaluator.evaluate(constant.value(), home);
        } else if (declaration instanceof Declaration.Variant variant) {
            variant(variant, home);
        }
    }

    private void variant(Declaration.Variant variant, Scope home) {
        Optional<Value> base = home.find(variant.base(), new Wanted.Model())
                .map(Scope.Binding::value)
                .filter(References::isModel);
        if (base.isEmpty()) {
            References.reportUnknownModel(variant.base(), home, reporter);
        }
        List<Parameter> parameters = base.flatMap(value -> References.model((Value.Declared) value))
                .map(Declaration.Model::parameters)
                .orElse(List.of());
        String what = variant.base().text();
        home.called(variant.span(), new Signature(what, List.of(), parameters));
        variant.arguments().forEach(argument -> argument.name()
                .ifPresent(name -> home.looked(name, new Wanted.ArgumentName(what, parameters, variant.arguments()))));
        variant.arguments().forEach(argument -> evaluator.evaluate(argument.value(), home));
    }

    private void body(List<Parameter> parameters, List<Step> body, Scope home, Place place) {
        Scope scope = parameters(parameters, home);
        new StepChecker(evaluator, this, reporter, place).check(body, scope);
        Unused.report(scope, Scope.Role.PARAMETER, reporter);
    }

    private void primitive(Declaration.Primitive primitive, Scope home) {
        String name = primitive.name().text();
        boolean named =
                primitive.method().map(method -> method.text().contains(".")).orElse(false);
        if (!named && !primitive.span().source().isStandard()) {
            reporter.report(Diagnostic.error(
                            Code.DYN0713,
                            primitive.method().orElse(primitive.name()).span(),
                            "the primitive " + name + " does not say which Java method computes it")
                    .help("write call com.example.Ops." + name
                            + "(…), with package and class, or write it as a block from what there is"));
        }
        Scope scope = parameters(primitive.parameters(), home);
        new StepChecker(evaluator, this, reporter, Place.PRIMITIVE).check(primitive.body(), scope);
        primitive.shape().ifPresent(shape -> evaluator.evaluate(shape, scope));
        List.of("training", "sheets", "blank")
                .forEach(word -> scope.bind(word, Value.Truth.unknown(), Optional.empty(), Scope.Role.BUILTIN));
        primitive.call().forEach(argument -> evaluator.evaluate(argument, scope));
        Unused.report(scope, Scope.Role.PARAMETER, reporter);
    }

    private void function(Declaration.Function function, Scope home) {
        if (function.parameters().isEmpty()) {
            String name = function.name().text();
            reporter.report(Diagnostic.error(
                            Code.DYN0206, function.name().span(), "the function " + name + " takes no flow to work on")
                    .help("write fn " + name + "(x) = …, or const " + name + " = … for a value"));
        }
        Scope scope = parameters(function.parameters(), home);
        evaluator.evaluate(function.body(), scope);
        Unused.report(scope, Scope.Role.PARAMETER, reporter);
    }

    private void dynamics(Declaration.Dynamics dynamics, Scope home) {
        Scope scope = parameters(dynamics.parameters(), home);
        scope.bind("input", Value.Signal.unknown(Dimension.NUMBER), Optional.empty(), Scope.Role.BUILTIN);
        if (dynamics.equations().isEmpty()) {
            reporter.report(Diagnostic.error(
                            Code.DYN0712,
                            dynamics.name().span(),
                            "the dynamics " + dynamics.name().text() + " has no equation")
                    .help("write x' = (input - x) / tau"));
        }
        Map<String, Declaration.Equation> known = new HashMap<>();
        for (Declaration.Equation equation : dynamics.equations()) {
            String name = equation.variable().text();
            Declaration.Equation earlier = known.putIfAbsent(name, equation);
            if (earlier != null) {
                reporter.report(Diagnostic.error(
                                Code.DYN0208, equation.variable().span(), "the variable " + name + " has two equations")
                        .label(earlier.variable().span(), "first here")
                        .help("add the two right sides, or give one of them another variable"));
            }
            scope.bind(
                    name,
                    Value.Signal.unknown(Dimension.NUMBER),
                    Optional.of(equation.variable().span()),
                    Scope.Role.WEIGHT);
        }
        for (Step.Let let : dynamics.lets()) {
            scope.bind(
                    let.name().text(),
                    evaluator.evaluate(let.value(), scope),
                    Optional.of(let.name().span()),
                    Scope.Role.LET);
        }
        for (Declaration.Equation equation : dynamics.equations()) {
            perTime(equation, evaluator.evaluate(equation.derivative(), scope));
        }
        Unused.report(scope, Scope.Role.PARAMETER, reporter);
    }

    private void perTime(Declaration.Equation equation, Value derivative) {
        Optional<Dimension> dimension = derivative instanceof Value.Signal signal
                ? Optional.of(signal.dimension())
                : derivative instanceof Value.Num num ? Optional.of(num.dimension()) : Optional.empty();
        if (dimension.isPresent() && !dimension.get().equals(Dimension.RATE)) {
            String name = equation.variable().text();
            reporter.report(Diagnostic.error(
                            Code.DYN0406,
                            equation.derivative().span(),
                            "the derivative " + name + "' is " + dimension.get() + ", and it must be per time")
                    .help("divide it by a time constant: " + name + "' = (…) / tau"));
        }
    }

    /** A scope in which the parameters have a type and no value; their defaults are checked. */
    Scope parameters(List<Parameter> parameters, Scope home) {
        Scope scope = home.inner();
        for (Parameter parameter : parameters) {
            String name = parameter.name().text();
            if (scope.own(name).isPresent()) {
                reporter.report(Diagnostic.error(
                                Code.DYN0208, parameter.name().span(), "the parameter " + name + " is declared twice")
                        .label(scope.own(name).get().declared().orElseThrow(), "first here")
                        .help("give one of them another name"));
                continue;
            }
            if (BUILT_IN.containsKey(name)) {
                reporter.report(Diagnostic.error(
                                Code.DYN0108,
                                parameter.name().span(),
                                name + " is " + BUILT_IN.get(name) + ", and cannot be a parameter")
                        .help("give it another name"));
            }
            Optional<Type> type = parameter.type().flatMap(written -> Typing.of(written, reporter));
            parameter.defaultValue().ifPresent(expression -> {
                type.ifPresentOrElse(
                        wanted -> evaluator.evaluate(expression, scope, wanted, "the parameter " + name),
                        () -> evaluator.evaluate(expression, scope));
            });
            hides(parameter, scope);
            Value open = type.map(Typing::unknown)
                    .orElse(parameter.type().isPresent() ? new Value.Poison() : Value.Signal.unknown(Dimension.NUMBER));
            scope.bind(name, open, Optional.of(parameter.name().span()), Scope.Role.PARAMETER);
        }
        return scope;
    }

    private void hides(Parameter parameter, Scope scope) {
        scope.around(parameter.name().text())
                .filter(outer -> outer.role() == Scope.Role.PARAMETER || outer.role() == Scope.Role.LET)
                .filter(outer -> outer.declared().isPresent())
                .filter(outer -> parameter.type().isPresent() && !sameMeaning(parameter, outer.value()))
                .ifPresent(outer -> reporter.report(Diagnostic.warning(
                                Code.DYN0213,
                                parameter.name().span(),
                                "the parameter " + parameter.name().text() + " hides another of another type")
                        .label(outer.declared().get(), "the one that it hides")));
    }

    /** An inner {@code channels: int} under an outer one is how templates are written; another type is a slip. */
    private static boolean sameMeaning(Parameter parameter, Value outer) {
        return Typing.of(parameter.type().orElseThrow(), Reporter.silent())
                .map(type -> Typing.accepts(outer, type))
                .orElse(true);
    }

    /** A weight that stands for itself while no shape is known. */
    static Value weight(Step.Weight weight, Dimension dimension) {
        Optional<TensorShape> shape =
                weight.type() instanceof Step.WeightType.Scalar ? Optional.of(TensorShape.SCALAR) : Optional.empty();
        return new Value.Signal(-1, 0, Past.ABSENT, shape, dimension);
    }
}
