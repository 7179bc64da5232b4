package dync.compiler.parse;

import dync.compiler.ast.Argument;
import dync.compiler.ast.BinaryOperator;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Name;
import dync.compiler.diagnostic.Code;
import dync.compiler.source.Span;
import dync.grammar.DynLexer;
import dync.grammar.DynParser.ArgumentContext;
import dync.grammar.DynParser.ArgumentsContext;
import dync.grammar.DynParser.ChoiceContext;
import dync.grammar.DynParser.ExpressionContext;
import dync.grammar.DynParser.GroupedContext;
import dync.grammar.DynParser.ListContext;
import dync.grammar.DynParser.ListValueContext;
import dync.grammar.DynParser.MemberRefContext;
import dync.grammar.DynParser.NoneValueContext;
import dync.grammar.DynParser.NumberValueContext;
import dync.grammar.DynParser.OperandContext;
import dync.grammar.DynParser.PrimaryContext;
import dync.grammar.DynParser.ReferenceOrCallContext;
import dync.grammar.DynParser.SourceContext;
import dync.grammar.DynParser.SourceTermContext;
import dync.grammar.DynParser.TextValueContext;
import dync.grammar.DynParser.TruthValueContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds expressions and arguments. */
final class ExpressionBuilder {
    /** Nobody writes an exponent beyond this, and arithmetic on one would take for ever. */
    private static final int LARGEST_EXPONENT = 400;

    /** Operators, members and parentheses each nest the tree by one, and later stages walk it by recursion. */
    private static final int DEEPEST = 500;

    private final Reader reader;
    private int depth;
    private boolean toldTooDeep;

    ExpressionBuilder(Reader reader) {
        this.reader = reader;
    }

    Expression expression(ExpressionContext context) {
        if (Reader.isBroken(context)) {
            return new Expression.Error(reader.span(context));
        }
        int nested = context.getChildCount();
        if (depth + nested > DEEPEST) {
            return tooDeep(reader.span(context));
        }
        depth += nested;
        Expression built =
                context.choice() != null ? choice(context.choice()) : new Precedence(reader, this, context).build();
        depth -= nested;
        return built;
    }

    private Expression tooDeep(Span span) {
        if (!toldTooDeep) {
            toldTooDeep = true;
            reader.error(
                    Code.DYN0114,
                    new Span(span.source(), span.start(), span.start()),
                    "this expression is too long to be read",
                    "name parts of it with `let`");
        }
        return new Expression.Error(span);
    }

    Optional<Expression> optional(ExpressionContext context) {
        return Optional.ofNullable(context).map(this::expression);
    }

    List<Expression> expressions(List<ExpressionContext> contexts) {
        return contexts.stream().map(this::expression).toList();
    }

    Expression.ListOf list(ListContext context) {
        return new Expression.ListOf(reader.span(context), expressions(context.expression()));
    }

    /** No arguments where there are no parentheses. */
    List<Argument> arguments(ArgumentsContext context) {
        return context == null
                ? List.of()
                : context.argument().stream().map(this::argument).toList();
    }

    Argument argument(ArgumentContext context) {
        Span span = reader.span(context);
        if (Reader.isBroken(context)) {
            return new Argument(span, Optional.empty(), new Expression.Error(span));
        }
        Optional<Name> name = Optional.ofNullable(context.argumentName()).map(reader::name);
        return new Argument(span, name, expression(context.expression()));
    }

    Expression.Call call(ParserRuleContext whole, ParserRuleContext name, ArgumentsContext arguments) {
        return new Expression.Call(reader.span(whole), reader.name(name), arguments(arguments), arguments != null);
    }

    Expression operand(OperandContext context) {
        if (depth + context.memberRef().size() > DEEPEST) {
            return tooDeep(reader.span(context));
        }
        Expression value = primary(context.primary());
        Span start = reader.span(context.primary());
        for (MemberRefContext member : context.memberRef()) {
            value = new Expression.Member(start.to(reader.span(member)), value, reader.name(member));
        }
        return value;
    }

    private Expression primary(PrimaryContext context) {
        Span span = reader.span(context);
        if (context instanceof NumberValueContext number) {
            return number(number, span);
        } else if (context instanceof TextValueContext text) {
            String quoted = text.STRING().getText();
            return new Expression.Text(span, quoted.substring(1, quoted.length() - 1));
        } else if (context instanceof TruthValueContext truth) {
            return new Expression.Truth(span, truth.TRUE() != null);
        } else if (context instanceof NoneValueContext) {
            return new Expression.None(span);
        } else if (context instanceof ReferenceOrCallContext reference) {
            return reference.arguments() == null
                    ? new Expression.Reference(span, reader.name(reference.valueRef()))
                    : call(reference, reference.valueRef(), reference.arguments());
        } else if (context instanceof GroupedContext grouped) {
            return expression(grouped.expression());
        } else if (context instanceof ListValueContext list) {
            return list(list.list());
        }
        return new Expression.Error(span);
    }

    private Expression number(NumberValueContext context, Span span) {
        String text = context.NUMBER().getText();
        Optional<BigDecimal> value = decimal(text);
        if (value.isEmpty()) {
            reader.error(
                    Code.DYN0113,
                    reader.span(context.NUMBER().getSymbol()),
                    "this number is beyond every range",
                    "an exponent lies between -" + LARGEST_EXPONENT + " and " + LARGEST_EXPONENT);
            return new Expression.Error(span);
        }
        return context.UNIT() != null
                ? new Expression.Quantity(span, value.get(), reader.name(context.UNIT()))
                : new Expression.Number(span, value.get(), text.chars().allMatch(Character::isDigit));
    }

    private static Optional<BigDecimal> decimal(String text) {
        int exponent = text.toLowerCase(Locale.ROOT).indexOf('e');
        if (exponent >= 0) {
            String digits = text.substring(exponent + 1).replaceFirst("^\\+", "");
            if (digits.length() > 5 || Math.abs(Integer.parseInt(digits)) > LARGEST_EXPONENT) {
                return Optional.empty();
            }
        }
        return text.length() > 2 * LARGEST_EXPONENT ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    private Expression choice(ChoiceContext context) {
        return new Expression.Choice(
                reader.span(context),
                expression(context.expression(0)),
                expression(context.expression(1)),
                expression(context.expression(2)));
    }

    /** What follows {@code from}: areas joined by {@code +}, or {@code concat(A, B)}. */
    Expression source(SourceContext context) {
        if (context.sourceTerm().size() > DEEPEST) {
            return tooDeep(reader.span(context));
        }
        Expression sum = null;
        Span start = reader.span(context);
        for (SourceTermContext term : context.sourceTerm()) {
            Expression next = sourceTerm(term);
            sum = sum == null
                    ? next
                    : new Expression.Binary(
                            new Span(start.source(), start.start(), next.span().end()), BinaryOperator.PLUS, sum, next);
        }
        return sum;
    }

    private Expression sourceTerm(SourceTermContext context) {
        Span span = reader.span(context);
        Name name = reader.name(context.areaRef());
        if (context.LPAREN() == null) {
            return new Expression.Reference(span, name);
        }
        if (context.areaRef().getStart().getType() != DynLexer.CONCAT) {
            reader.error(
                    Code.DYN0111,
                    name.span(),
                    "`" + name.text() + "` cannot be applied to areas",
                    "a source is a sum of areas, `V4 + V2`, or `concat(V4, V2)`");
            return new Expression.Error(span);
        }
        List<Argument> arguments = context.source().stream()
                .map(this::source)
                .map(source -> new Argument(source.span(), Optional.empty(), source))
                .toList();
        return new Expression.Call(span, name, arguments, true);
    }
}
