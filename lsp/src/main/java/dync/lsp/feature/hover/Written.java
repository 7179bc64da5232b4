package dync.lsp.feature.hover;

import dync.compiler.ast.Ast;
import dync.compiler.ast.Declaration;
import dync.compiler.ast.Item;
import dync.compiler.ast.Parameter;
import dync.compiler.ast.Step;
import dync.compiler.evaluate.Describe;
import dync.compiler.source.Span;
import dync.lsp.analysis.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Declarations as they stand in the text, without what is inside of long ones. */
final class Written {
    private static final int WIDTH = 80;
    private static final int MOST_LINES = 8;

    private Written() {}

    /** The head of a declaration, or all of it where that is short and says what it does. */
    static String of(Symbol symbol) {
        Ast node = symbol.node();
        if (node instanceof Declaration.Variant
                || node instanceof Declaration.Constant
                || node instanceof Declaration.Function
                || node instanceof Declaration.Dynamics
                || node instanceof Declaration.Solver) {
            return whole(node.span());
        }
        if (node instanceof Declaration declaration) {
            return Describe.keyword(declaration) + " " + call(declaration.name().text(), declaration.parameters());
        }
        if (node instanceof Parameter parameter) {
            return line(parameter.span().text());
        }
        if (node instanceof Item.Area area && area.template().isEmpty()) {
            return "area " + area.name().text() + from(area.from().map(Ast::span)) + " { … }" + then(area.then());
        }
        if (node instanceof Item.Readout readout) {
            return "readout " + readout.name().text() + from(readout.from().map(Ast::span)) + " { … }";
        }
        if (node instanceof Item.For loop) {
            return loop(loop.span(), loop.to().span());
        }
        return node instanceof Step.For loop ? loop(loop.span(), loop.to().span()) : whole(node.span());
    }

    /** A name with its parameters, on several lines where one is too long. */
    private static String call(String name, List<Parameter> parameters) {
        List<String> written = parameters.stream()
                .map(parameter -> line(parameter.span().text()))
                .toList();
        String one = written.isEmpty() ? name : name + "(" + String.join(", ", written) + ")";
        return one.length() <= WIDTH ? one : name + "(\n    " + String.join(",\n    ", written) + ")";
    }

    private static String from(Optional<Span> from) {
        return from.map(span -> " from " + line(span.text())).orElse("");
    }

    private static String then(List<Step> steps) {
        return steps.stream().map(step -> " then " + line(step.span().text())).collect(Collectors.joining());
    }

    private static String loop(Span loop, Span last) {
        return line(new Span(loop.source(), loop.start(), Math.max(loop.start(), last.end())).text());
    }

    private static String line(String text) {
        return text.replaceAll("///?[^\n]*(\n|$)", "").replaceAll("\\s+", " ").strip();
    }

    /** A piece of the text, moved to the left, cut where it is long. */
    private static String whole(Span span) {
        int indent = span.column() - 1;
        List<String> lines = span.text()
                .lines()
                .map(line -> line.substring(Math.min(indentOf(line), indent)))
                .toList();
        return lines.size() <= MOST_LINES
                ? String.join("\n", lines)
                : String.join("\n", lines.subList(0, MOST_LINES)) + "\n…";
    }

    private static int indentOf(String line) {
        return line.length() - line.stripLeading().length();
    }
}
