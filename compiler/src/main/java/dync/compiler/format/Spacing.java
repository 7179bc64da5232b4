package dync.compiler.format;

import dync.grammar.DynLexer;
import dync.grammar.DynParser.ArgumentsContext;
import dync.grammar.DynParser.BinaryOperatorContext;
import dync.grammar.DynParser.CallRuleContext;
import dync.grammar.DynParser.ExpressionContext;
import dync.grammar.DynParser.GroupedContext;
import dync.grammar.DynParser.NumberValueContext;
import dync.grammar.DynParser.OperandContext;
import dync.grammar.DynParser.PrefixContext;
import dync.grammar.DynParser.WireContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** What stands between two words of a line: a space, or nothing. */
final class Spacing {
    private Spacing() {}

    static String between(TerminalNode previous, TerminalNode next) {
        return isTightBefore(next) || isTightAfter(previous) ? "" : " ";
    }

    private static boolean isTightBefore(TerminalNode word) {
        return switch (word.getSymbol().getType()) {
            case DynLexer.RPAREN,
                    DynLexer.RBRACKET,
                    DynLexer.COMMA,
                    DynLexer.SEMI,
                    DynLexer.COLON,
                    DynLexer.DOT,
                    DynLexer.RANGE,
                    DynLexer.QUESTION,
                    DynLexer.PRIME -> true;
            case DynLexer.LPAREN -> opensArguments(word);
            case DynLexer.DIVIDE -> isFraction(word.getParent());
            default -> false;
        };
    }

    private static boolean isTightAfter(TerminalNode word) {
        return switch (word.getSymbol().getType()) {
            case DynLexer.LPAREN, DynLexer.LBRACKET, DynLexer.AT, DynLexer.DOT, DynLexer.RANGE -> true;
            case DynLexer.MINUS -> word.getParent() instanceof PrefixContext;
            case DynLexer.DIVIDE -> isFraction(word.getParent());
            default -> false;
        };
    }

    /** Whether arguments belong to the name before them; those of a wire belong to the whole wire. */
    private static boolean opensArguments(TerminalNode parenthesis) {
        ParseTree around = parenthesis.getParent();
        return !(around instanceof GroupedContext
                || around instanceof CallRuleContext
                || around instanceof ArgumentsContext && around.getParent() instanceof WireContext);
    }

    /** Whether an operator is the line of a fraction, {@code 1/2}. */
    static boolean isFraction(ParseTree operator) {
        if (!(operator instanceof BinaryOperatorContext divide)
                || divide.DIVIDE() == null
                || !(divide.getParent() instanceof ExpressionContext expression)) {
            return false;
        }
        int at = expression.children.indexOf(divide);
        return at > 0
                && at + 1 < expression.getChildCount()
                && isBareNumber(expression.getChild(at - 1))
                && isBareNumber(expression.getChild(at + 1));
    }

    private static boolean isBareNumber(ParseTree tree) {
        return tree instanceof OperandContext operand
                && operand.getChildCount() == 1
                && operand.primary() instanceof NumberValueContext number
                && number.UNIT() == null;
    }
}
