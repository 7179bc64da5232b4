package dync.compiler.evaluate;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Parameter;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.diagnostic.Spelling;
import dync.compiler.source.Span;
import dync.compiler.value.Scope;
import dync.compiler.value.Signature;
import dync.compiler.value.Type;
import dync.compiler.value.Value;
import dync.compiler.value.Wanted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds the arguments of a call to the parameters of a declaration. */
public final class Binder {
    private final Evaluator evaluator;
    private final Reporter reporter;

    public Binder(Evaluator evaluator, Reporter reporter) {
        this.evaluator = evaluator;
        this.reporter = reporter;
    }

    /**
     * Binds every parameter in {@code target}: from its argument, evaluated in {@code from}, or from its default,
     * evaluated in {@code target}.
     *
     * @param what the name of what is called
     * @param site where it is called
     * @return false where something was wrong; then it has been reported and the parameters are poisoned
     */
    public boolean bind(
            List<Parameter> parameters, List<Argument> arguments, Scope from, Scope target, String what, Span site) {
        from.called(site, Signature.of(what, parameters));
        Map<Parameter, Argument> given = new LinkedHashMap<>();
        boolean assigned = assign(parameters, arguments, from, what, given);
        // a parameter seems to lack its argument where that one is misspelled or out of order
        Reporter missing = assigned ? reporter : Reporter.silent();
        boolean right = assigned;
        for (Parameter parameter : parameters) {
            Optional<Argument> argument = Optional.ofNullable(given.get(parameter));
            Value value = value(parameter, argument, from, target, what, site, missing);
            right &= !(value instanceof Value.Poison);
            argument.map(Argument::value)
                    .or(parameter::defaultValue)
                    .ifPresentOrElse(
                            expression -> target.bind(
                                    parameter.name().text(),
                                    value,
                                    parameter.name().span(),
                                    Scope.Role.PARAMETER,
                                    new Scope.Origin(expression, argument.isPresent() ? from : target)),
                            () -> target.bind(
                                    parameter.name().text(),
                                    value,
                                    Optional.of(parameter.name().span()),
                                    Scope.Role.PARAMETER));
        }
        // arguments that fit no parameter are still looked at: they may hold mistakes of their own
        arguments.stream()
                .filter(argument -> !given.containsValue(argument))
                .forEach(argument -> evaluator.evaluate(argument.value(), from));
        return right;
    }

    private boolean assign(
            List<Parameter> parameters,
            List<Argument> arguments,
            Scope from,
            String what,
            Map<Parameter, Argument> given) {
        boolean right = true;
        List<Parameter> free = new ArrayList<>(parameters);
        boolean named = false;
        for (Argument argument : arguments) {
            named |= argument.name().isPresent();
            argument.name().ifPresent(name -> from.looked(name, new Wanted.ArgumentName(what, parameters, arguments)));
            if (argument.name().isEmpty() && named) {
                reporter.report(Arguments.outOfOrder(argument));
                right = false;
                continue;
            }
            Optional<Parameter> parameter = argument.name().isPresent()
                    ? find(parameters, argument.name().get().text())
                    : free.isEmpty() ? Optional.empty() : Optional.of(free.get(0));
            if (parameter.isEmpty()) {
                reporter.report(
                        argument.name().isPresent()
                                ? unknown(argument, parameters, what)
                                : Arguments.tooMany(argument, what, names(parameters)));
                right = false;
                continue;
            }
            free.remove(parameter.get());
            from.observer().passed(argument, parameter.get());
            Argument earlier = given.putIfAbsent(parameter.get(), argument);
            if (earlier != null) {
                reporter.report(Arguments.twice(
                        argument,
                        earlier,
                        "the argument " + parameter.get().name().text() + " of " + what));
                right = false;
            }
        }
        return right;
    }

    /** The parameter of a name or an alias. */
    public static Optional<Parameter> find(List<Parameter> parameters, String name) {
        return parameters.stream().filter(parameter -> parameter.isCalled(name)).findFirst();
    }

    private static Diagnostic unknown(Argument argument, List<Parameter> parameters, String what) {
        String name = argument.name().orElseThrow().text();
        Span span = argument.name().orElseThrow().span();
        List<String> names = names(parameters);
        Diagnostic unknown = Diagnostic.error(Code.DYN0204, span, what + " has no parameter " + name);
        return Spelling.nearest(name, names)
                .map(near -> unknown.fix("did you mean " + near + "?", span, near))
                .orElse(unknown.help(
                        names.isEmpty() ? what + " takes no arguments" : "it takes " + String.join(", ", names)));
    }

    private static List<String> names(List<Parameter> parameters) {
        return parameters.stream().map(parameter -> parameter.name().text()).toList();
    }

    private Value value(
            Parameter parameter,
            Optional<Argument> argument,
            Scope from,
            Scope target,
            String what,
            Span site,
            Reporter missing) {
        Optional<Expression> expression = argument.map(Argument::value).or(parameter::defaultValue);
        String name = parameter.name().text();
        if (expression.isEmpty()) {
            missing.report(Diagnostic.error(Code.DYN0206, site, what + " needs the argument " + name)
                    .help("write " + what + "(" + name + " = …)"
                            + parameter
                                    .type()
                                    .map(type ->
                                            ", " + Type.of(type.name().text()).described())
                                    .orElse("")));
            return new Value.Poison();
        }
        Scope seen = argument.isPresent() ? from : target;
        Optional<Type> type = parameter.type().flatMap(written -> Typing.of(written, Reporter.silent()));
        return type.isEmpty()
                ? evaluator.evaluate(expression.get(), seen)
                : evaluator.evaluate(expression.get(), seen, type.get(), "the argument " + name + " of " + what);
    }
}
