package dync.lsp.completion;

import dync.compiler.ast.Declaration;
import dync.compiler.ast.Parameter;
import dync.compiler.evaluate.Describe;
import java.util.List;
import java.util.stream.Collectors;

/** The heads of declarations, as they are written. */
final class Heads {
    private Heads() {}

    /** {@code connection full(kernel: int = 3)}. */
    static String of(Declaration declaration) {
        return Describe.keyword(declaration) + " " + declaration.name().text()
                + (declaration.parameters().isEmpty() ? "" : parameters(declaration.parameters()));
    }

    static String parameters(List<Parameter> parameters) {
        return parameters.stream().map(Heads::parameter).collect(Collectors.joining(", ", "(", ")"));
    }

    /** {@code kernel: int = 3}. */
    static String parameter(Parameter parameter) {
        return parameter.name().text()
                + parameter.type().map(type -> ": " + type.span().text()).orElse("")
                + parameter
                        .defaultValue()
                        .map(value -> " = " + value.span().text().replaceAll("\\s+", " "))
                        .orElse("");
    }

    /** {@code int = 3}. */
    static String type(Parameter parameter) {
        String whole = parameter(parameter).substring(parameter.name().text().length());
        return whole.startsWith(": ") ? whole.substring(2) : whole.strip();
    }
}
