package dync.compiler.model;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Declaration;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Parameter;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.diagnostic.Spelling;
import dync.compiler.evaluate.Binder;
import dync.compiler.evaluate.Evaluator;
import dync.compiler.evaluate.Typing;
import dync.compiler.parse.Parser;
import dync.compiler.source.Source;
import dync.compiler.source.Span;
import dync.compiler.value.Scope;
import dync.compiler.value.Type;
import dync.compiler.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives each parameter of a model its value: from a setting, else from the variant, else from its default. Settings
 * see the names of the file, so {@code --set recurrence=mine} may name a connection declared there.
 */
final class ParameterBinding {

    /** A value with where it is written. */
    private record Given(Expression expression, Scope scope, Model.Origin origin) {}

    private final Evaluator evaluator;
    private final Reporter reporter;
    private final Map<String, Given> given = new HashMap<>();

    ParameterBinding(Evaluator evaluator, Reporter reporter) {
        this.evaluator = evaluator;
        this.reporter = reporter;
    }

    List<Model.Parameter> bind(
            Declaration.Model model, List<Variant> variants, List<Setting> settings, Scope file, Scope inner) {
        // the outermost variant is listed first and wins
        for (Variant variant : variants) {
            Map<String, Argument> own = new HashMap<>();
            variant.arguments().forEach(argument -> give(model, argument, variant.scope(), own));
        }
        read(model, settings, file);
        List<Model.Parameter> bound = new ArrayList<>();
        for (Parameter parameter : model.parameters()) {
            bound.add(bind(model, parameter, inner));
        }
        return bound;
    }

    /** The arguments of one variant, with the scope in which they stand. */
    record Variant(List<Argument> arguments, Scope scope) {}

    private void give(Declaration.Model model, Argument argument, Scope scope, Map<String, Argument> own) {
        Optional<Parameter> parameter = argument.name().flatMap(name -> Binder.find(model.parameters(), name.text()));
        if (parameter.isEmpty()) {
            String name = argument.name().map(n -> n.text()).orElse("");
            Span span = argument.name().map(n -> n.span()).orElse(argument.span());
            reporter.report(unknown(
                    Diagnostic.error(
                            Code.DYN0204,
                            span,
                            name.isEmpty()
                                    ? "a variant names the parameters that it sets"
                                    : "the model " + model.name().text() + " has no parameter " + name),
                    model,
                    name,
                    span));
            return;
        }
        Argument earlier = own.putIfAbsent(parameter.get().name().text(), argument);
        if (earlier != null) {
            reporter.report(Diagnostic.error(
                            Code.DYN0207,
                            argument.span(),
                            "the parameter " + parameter.get().name().text() + " is given twice")
                    .label(earlier.span(), "first here")
                    .help("keep one of them"));
            return;
        }
        given.putIfAbsent(parameter.get().name().text(), new Given(argument.value(), scope, Model.Origin.VARIANT));
    }

    private static Diagnostic unknown(Diagnostic unknown, Declaration.Model model, String name, Span span) {
        List<String> names = new ArrayList<>();
        for (Parameter parameter : model.parameters()) {
            names.add(parameter.name().text());
            parameter.aliases().forEach(alias -> names.add(alias.text()));
        }
        return Spelling.nearest(name, names)
                .map(near -> unknown.fix("did you mean " + near + "?", span, near))
                .orElse(unknown.help(names.isEmpty() ? "it has no parameters" : "it has " + String.join(", ", names)));
    }

    private void read(Declaration.Model model, List<Setting> settings, Scope file) {
        Map<String, Setting> seen = new HashMap<>();
        for (Setting setting : settings) {
            Source source = new Source("--set " + setting.name(), setting.value());
            Optional<Parameter> parameter = Binder.find(model.parameters(), setting.name());
            if (parameter.isEmpty()) {
                Source name = new Source("--set", setting.name() + "=" + setting.value());
                Span span = new Span(name, 0, setting.name().length());
                reporter.report(unknown(
                        Diagnostic.error(
                                Code.DYN0501,
                                span,
                                "the model " + model.name().text() + " has no parameter " + setting.name()),
                        model,
                        setting.name(),
                        span));
                continue;
            }
            String canonical = parameter.get().name().text();
            Setting earlier = seen.put(canonical, setting);
            Expression expression = Parser.expression(
                    source,
                    wrong -> reporter.report(Diagnostic.error(
                                    Code.DYN0502,
                                    wrong.primary().span(),
                                    "the value of " + setting.name() + " cannot be read: " + wrong.message())
                            .help("write it as in a file, such as 5 ms, 0.1, true or full")));
            if (earlier != null) {
                reporter.report(Diagnostic.error(
                                Code.DYN0507,
                                expression.span(),
                                "the parameter " + canonical + " is set twice: " + earlier.name() + "="
                                        + earlier.value() + " and " + setting.name() + "=" + setting.value())
                        .help("set it once"));
            }
            given.put(canonical, new Given(expression, file, Model.Origin.SETTING));
        }
    }

    private Model.Parameter bind(Declaration.Model model, Parameter parameter, Scope inner) {
        String name = parameter.name().text();
        List<String> aliases =
                parameter.aliases().stream().map(alias -> alias.text()).toList();
        Given source =
                given.getOrDefault(name, new Given(parameter.defaultValue().orElse(null), inner, Model.Origin.DEFAULT));
        Value value = new Value.Poison();
        if (source.expression() == null) {
            reporter.report(
                    Diagnostic.error(Code.DYN0503, parameter.name().span(), "the parameter " + name + " has no value")
                            .help("set it with --set " + name + "=… or give it a default"));
        } else if (!(source.expression() instanceof Expression.Error)) {
            Optional<Type> type = parameter.type().flatMap(written -> Typing.of(written, reporter));
            value = type.isEmpty()
                    ? evaluator.evaluate(source.expression(), source.scope())
                    : evaluator.evaluate(
                            source.expression(),
                            source.scope(),
                            type.get(),
                            "the parameter " + name + " of " + model.name().text());
            inner.bind(
                    name,
                    value,
                    parameter.name().span(),
                    Scope.Role.PARAMETER,
                    new Scope.Origin(source.expression(), source.scope()));
            return new Model.Parameter(name, aliases, value, source.origin());
        }
        inner.bind(name, value, Optional.of(parameter.name().span()), Scope.Role.PARAMETER);
        return new Model.Parameter(name, aliases, value, source.origin());
    }
}
