package dync.compiler.parse;

import dync.compiler.ast.BinaryOperator;
import dync.compiler.ast.Expression;
import dync.compiler.ast.UnaryOperator;
import dync.compiler.diagnostic.Code;
import dync.compiler.source.Span;
import dync.grammar.DynLexer;
import dync.grammar.DynParser.BinaryOperatorContext;
import dync.grammar.DynParser.ExpressionContext;
import dync.grammar.DynParser.OperandContext;
import dync.grammar.DynParser.PipeCallContext;
import dync.grammar.DynParser.PrefixContext;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/**
 * Makes a tree of the flat sequence of operands and operators of one expression, by precedence climbing. From the
 * weakest: {@code |>}, {@code or}, {@code and}, {@code not}, comparisons, {@code + -}, {@code * / mod}, unary
 * {@code -}, {@code ^}, which alone groups to the right.
 */
final class Precedence {
    private static final int PIPE = 0;
    private static final int NOT = 3;
    private static final int COMPARISON = 4;
    private static final int MINUS = 7;

    /** A value and the text that it covers, parentheses included. */
    private record Part(Expression value, Span span) {}

    private final Reader reader;
    private final ExpressionBuilder operands;
    private final ExpressionContext context;
    private int at;

    Precedence(Reader reader, ExpressionBuilder operands, ExpressionContext context) {
        this.reader = reader;
        this.operands = operands;
        this.context = context;
    }

    Expression build() {
        return climb(PIPE).value;
    }

    private ParseTree here() {
        return context.getChild(at);
    }

    private Part climb(int weakest) {
        Part left = prefixed();
        boolean compared = false;
        while (here() != null) {
            if (!(here() instanceof BinaryOperatorContext operation)) {
                if (weakest > PIPE) {
                    return left;
                }
                // the sign, then the call
                PipeCallContext call = (PipeCallContext) context.getChild(at + 1);
                at += 2;
                Span span = left.span.to(reader.span(call));
                left = new Part(
                        new Expression.Pipe(span, left.value, operands.call(call, call.pipeRef(), call.arguments())),
                        span);
                continue;
            }
            BinaryOperator operator = operator(operation);
            int strength = strength(operator);
            if (strength < weakest) {
                return left;
            }
            boolean chain = strength == COMPARISON && compared;
            if (chain) {
                reportChain(operation);
            }
            compared = strength == COMPARISON;
            at++;
            Part right = climb(operator == BinaryOperator.POWER ? strength : strength + 1);
            Span span = left.span.to(right.span);
            left = new Part(
                    chain
                            ? meant(span, operator, (Expression.Binary) left.value, right.value)
                            : new Expression.Binary(span, operator, left.value, right.value),
                    span);
        }
        return left;
    }

    private Part prefixed() {
        if (here() instanceof PrefixContext prefix) {
            at++;
            boolean not = prefix.NOT() != null;
            Part operand = climb(not ? NOT : MINUS);
            Span span = reader.span(prefix).to(operand.span);
            return new Part(
                    new Expression.Unary(span, not ? UnaryOperator.NOT : UnaryOperator.MINUS, operand.value), span);
        }
        OperandContext operand = (OperandContext) here();
        at++;
        return new Part(operands.operand(operand), reader.span((ParserRuleContext) operand));
    }

    /** {@code a < b and b < c} for {@code a < b < c}, so that the chain is the only mistake. */
    private static Expression meant(Span span, BinaryOperator operator, Expression.Binary before, Expression next) {
        Expression middle =
                before.operator() == BinaryOperator.AND ? ((Expression.Binary) before.right()).right() : before.right();
        return new Expression.Binary(
                span, BinaryOperator.AND, before, new Expression.Binary(span, operator, middle, next));
    }

    private void reportChain(BinaryOperatorContext operation) {
        reader.error(Code.DYN0118, reader.span(operation), "comparisons do not chain", "write `a < b and b < c`");
    }

    private static BinaryOperator operator(BinaryOperatorContext context) {
        return switch (context.getStart().getType()) {
            case DynLexer.OR -> BinaryOperator.OR;
            case DynLexer.AND -> BinaryOperator.AND;
            case DynLexer.EQUAL -> BinaryOperator.EQUAL;
            case DynLexer.NOT_EQUAL -> BinaryOperator.NOT_EQUAL;
            case DynLexer.LESS -> BinaryOperator.LESS;
            case DynLexer.LESS_EQUAL -> BinaryOperator.LESS_EQUAL;
            case DynLexer.GREATER -> BinaryOperator.GREATER;
            case DynLexer.GREATER_EQUAL -> BinaryOperator.GREATER_EQUAL;
            case DynLexer.PLUS -> BinaryOperator.PLUS;
            case DynLexer.MINUS -> BinaryOperator.MINUS;
            case DynLexer.TIMES -> BinaryOperator.TIMES;
            case DynLexer.DIVIDE -> BinaryOperator.DIVIDE;
            case DynLexer.MOD -> BinaryOperator.MOD;
            default -> BinaryOperator.POWER;
        };
    }

    private static int strength(BinaryOperator operator) {
        return switch (operator) {
            case OR -> 1;
            case AND -> 2;
            case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> COMPARISON;
            case PLUS, MINUS -> 5;
            case TIMES, DIVIDE, MOD -> 6;
            case POWER -> 8;
        };
    }
}
