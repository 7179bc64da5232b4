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
        String kind = declaration instanceof Declaration.Primitive ? "primitive" : keyword(declaration);
        return kind + " " + declaration.name().text()
                + (declaration.parameters().isEmpty() ? "" : parameters(declaration.parameters()));
    }

    private static String keyword(Declaration declaration) {
        return switch (Describe.kind(declaration)) {
            case "area template" -> "area";
            case "function" -> "fn";
            case "constant" -> "const";
            default -> Describe.kind(declaration);
        };
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
