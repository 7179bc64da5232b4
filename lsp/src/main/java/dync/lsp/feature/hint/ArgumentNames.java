package dync.lsp.feature.hint;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Ast;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Item;
import dync.compiler.ast.Parameter;
import dync.compiler.ast.Step;
import dync.compiler.ast.Tree;
import dync.compiler.model.Settlement;
import dync.lsp.analysis.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Before a literal that stands without a name: the name of the parameter that it goes to. The first one of a call is what
 * the call is about, and needs none, unless others follow.
 */
final class ArgumentNames {
    private ArgumentNames() {}

    static List<Hint> of(Index index) {
        List<Hint> hints = new ArrayList<>();
        Tree.visit(index.module(), node -> call(node, index, hints));
        return hints;
    }

    private static void call(Ast node, Index index, List<Hint> hints) {
        List<Argument> bare = arguments(node).stream()
                .takeWhile(argument -> argument.name().isEmpty())
                .toList();
        boolean several = bare.stream().skip(1).anyMatch(argument -> isLiteral(argument.value()));
        for (int i = 0; i < bare.size(); i++) {
            Argument argument = bare.get(i);
            Expression value = argument.value();
            boolean needsName = several || value instanceof Expression.Truth || value instanceof Expression.None;
            if (needsName && isLiteral(value)) {
                name(node, i, argument, index)
                        .ifPresent(name -> hints.add(new Hint(value.span().start(), name + " =", List.of(), true)));
            }
        }
    }

    private static List<Argument> arguments(Ast node) {
        if (node instanceof Step.Op op) {
            return op.arguments();
        }
        if (node instanceof Expression.Call call) {
            return call.arguments();
        }
        if (node instanceof Item.Input input) {
            return input.arguments();
        }
        return node instanceof Item.Clock clock ? clock.arguments() : List.of();
    }

    private static Optional<String> name(Ast call, int place, Argument argument, Index index) {
        if (call instanceof Item.Input) {
            return place < Settlement.INPUT.size() ? Optional.of(Settlement.INPUT.get(place)) : Optional.empty();
        }
        if (call instanceof Item.Clock) {
            return place < Settlement.CLOCK.size() ? Optional.of(Settlement.CLOCK.get(place)) : Optional.empty();
        }
        return index.parameterOf(argument).map(Parameter::name).map(name -> name.text());
    }

    private static boolean isLiteral(Expression value) {
        return value instanceof Expression.Number
                || value instanceof Expression.Quantity
                || value instanceof Expression.Truth
                || value instanceof Expression.None
                || value instanceof Expression.Unary sign && isLiteral(sign.operand());
    }
}
