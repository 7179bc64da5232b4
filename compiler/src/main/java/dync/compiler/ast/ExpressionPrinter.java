package dync.compiler.ast;

import java.util.List;
import java.util.stream.Collectors;

/** Prints expressions on one line, with parentheses that show how they group. */
public final class ExpressionPrinter {
    private ExpressionPrinter() {}

    public static String print(Expression expression) {
        if (expression instanceof Expression.Number number) {
            return number.value().toString();
        } else if (expression instanceof Expression.Quantity quantity) {
            return quantity.value() + " " + quantity.unit().text();
        } else if (expression instanceof Expression.Text text) {
            return "\"" + text.value() + "\"";
        } else if (expression instanceof Expression.Truth truth) {
            return String.valueOf(truth.value());
        } else if (expression instanceof Expression.None) {
            return "none";
        } else if (expression instanceof Expression.Reference reference) {
            return reference.name().text();
        } else if (expression instanceof Expression.Member member) {
            return print(member.object()) + "." + member.member().text();
        } else if (expression instanceof Expression.Call call) {
            return call.name().text() + (call.parenthesised() ? arguments(call.arguments()) : "");
        } else if (expression instanceof Expression.Pipe pipe) {
            return "(" + print(pipe.value()) + " |> " + print(pipe.call()) + ")";
        } else if (expression instanceof Expression.ListOf list) {
            return "[" + list(list.elements()) + "]";
        } else if (expression instanceof Expression.Unary unary) {
            boolean not = unary.operator() == UnaryOperator.NOT;
            return "(" + unary.operator().symbol() + (not ? " " : "") + print(unary.operand()) + ")";
        } else if (expression instanceof Expression.Binary binary) {
            return "(" + print(binary.left()) + " " + binary.operator().symbol() + " " + print(binary.right()) + ")";
        } else if (expression instanceof Expression.Choice choice) {
            return "(if " + print(choice.condition()) + " then " + print(choice.then()) + " else "
                    + print(choice.otherwise()) + ")";
        }
        return "<error>";
    }

    static String list(List<Expression> expressions) {
        return expressions.stream().map(ExpressionPrinter::print).collect(Collectors.joining(", "));
    }

    /** In parentheses; nothing where there are none. */
    static String arguments(List<Argument> arguments) {
        return arguments.isEmpty()
                ? ""
                : arguments.stream().map(ExpressionPrinter::argument).collect(Collectors.joining(", ", "(", ")"));
    }

    static String argument(Argument argument) {
        return argument.name().map(name -> name.text() + " = ").orElse("") + print(argument.value());
    }
}
