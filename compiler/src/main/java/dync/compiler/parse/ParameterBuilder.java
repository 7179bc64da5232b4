package dync.compiler.parse;

import dync.compiler.ast.Name;
import dync.compiler.ast.Parameter;
import dync.compiler.ast.TypeName;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Spelling;
import dync.grammar.DynParser.AnnotationContext;
import dync.grammar.DynParser.ParameterContext;
import dync.grammar.DynParser.ParametersContext;
import dync.grammar.DynParser.TypeContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds the parameters of declarations. */
final class ParameterBuilder {
    private final Reader reader;
    private final ExpressionBuilder expressions;

    ParameterBuilder(Reader reader, ExpressionBuilder expressions) {
        this.reader = reader;
        this.expressions = expressions;
    }

    /** Parameters that each have a type. */
    List<Parameter> typed(ParametersContext context) {
        List<Parameter> parameters = parameters(context);
        for (Parameter parameter : parameters) {
            if (parameter.type().isEmpty()) {
                String name = parameter.name().text();
                reader.diagnostics()
                        .report(Diagnostic.error(
                                        Code.DYN0115, parameter.name().span(), "parameter `" + name + "` has no type")
                                .help("a parameter reads `" + name + ": int`, and with a default `" + name
                                        + ": time = 5 ms`"));
            }
        }
        return parameters;
    }

    /** Parameters of a function, where one without a type is the flow. */
    List<Parameter> parameters(ParametersContext context) {
        List<Parameter> parameters = new ArrayList<>();
        if (context != null) {
            for (ParameterContext parameter : context.parameter()) {
                // One that broke off is known as far as it was read, so that nobody misses its name.
                if (parameter.name() != null && parameter.name().exception == null) {
                    parameters.add(parameter(parameter));
                }
            }
        }
        return parameters;
    }

    private Parameter parameter(ParameterContext context) {
        List<Name> aliases = new ArrayList<>();
        for (AnnotationContext annotation : context.annotation()) {
            if (!Reader.isBroken(annotation)) {
                aliases.addAll(aliases(annotation));
            }
        }
        Optional<TypeName> type = Optional.ofNullable(context.type())
                .filter(t -> !Reader.isBroken(t))
                .map(this::type);
        if (Reader.isBroken(context) && type.isEmpty()) {
            // the type is what could not be read; asking for it too would be a second message for one mistake
            type = Optional.of(new TypeName(reader.span(context), new Name(reader.span(context), ""), false, false));
        }
        return new Parameter(
                reader.span(context),
                reader.doc(context),
                aliases,
                reader.name(context.name()),
                type,
                expressions.optional(context.expression()));
    }

    private List<Name> aliases(AnnotationContext context) {
        Name name = reader.name(context.name(0));
        if (!name.text().equals("alias")) {
            Diagnostic diagnostic =
                    Diagnostic.error(Code.DYN0117, name.span(), "there is no annotation `@" + name.text() + "`");
            reader.diagnostics()
                    .report(
                            Spelling.nearest(name.text(), List.of("alias")).isPresent()
                                    ? diagnostic.fix("did you mean `@alias`?", name.span(), "alias")
                                    : diagnostic.help("`@alias(name)` gives a parameter a second name"));
        }
        return reader.names(context.name().subList(1, context.name().size()));
    }

    private TypeName type(TypeContext context) {
        return new TypeName(
                reader.span(context),
                reader.name(context.typeRef()),
                context.LBRACKET() != null,
                context.QUESTION() != null);
    }
}
