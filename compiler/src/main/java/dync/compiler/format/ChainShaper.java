package dync.compiler.format;

import dync.grammar.DynLexer;
import dync.grammar.DynParser.BinaryOperatorContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Operands and operators, broken where the operators bind weakest. */
final class ChainShaper {
    private static final int OPERAND = Integer.MAX_VALUE;

    private final Shaper shaper;

    ChainShaper(Shaper shaper) {
        this.shaper = shaper;
    }

    Doc chain(List<ParseTree> parts) {
        int weakest = OPERAND;
        for (ParseTree part : parts) {
            weakest = Math.min(weakest, binding(part));
        }
        return weakest == OPERAND
                ? Doc.of(parts.stream().map(part -> part.accept(shaper)).toList())
                : split(parts, weakest);
    }

    private Doc split(List<ParseTree> parts, int weakest) {
        return shaper.aligned(parts.get(0), () -> {
            List<Doc> docs = new ArrayList<>();
            int from = 0;
            for (int i = 0; i <= parts.size(); i++) {
                if (i < parts.size() && binding(parts.get(i)) != weakest) {
                    continue;
                }
                docs.add(chain(parts.subList(from, i)));
                if (i < parts.size()) {
                    docs.add(operator(parts.get(i)));
                }
                from = i + 1;
            }
            return Doc.group(Doc.of(docs));
        });
    }

    private Doc operator(ParseTree operator) {
        if (Spacing.isFraction(operator)) {
            return operator.accept(shaper);
        }
        Doc line = shaper.lead(operator, Doc.line(" "));
        return Doc.of(line, operator.accept(shaper));
    }

    /** How strongly an operator binds, weakest first; what is no binary operator is an operand or its prefix. */
    private static int binding(ParseTree part) {
        boolean operator = part instanceof TerminalNode || part instanceof BinaryOperatorContext;
        if (!operator) {
            return OPERAND;
        }
        return switch (Bodies.first(part).map(Token::getType).orElse(Token.INVALID_TYPE)) {
            case DynLexer.PIPE -> 0;
            case DynLexer.OR -> 1;
            case DynLexer.AND -> 2;
            case DynLexer.EQUAL,
                    DynLexer.NOT_EQUAL,
                    DynLexer.LESS,
                    DynLexer.LESS_EQUAL,
                    DynLexer.GREATER,
                    DynLexer.GREATER_EQUAL -> 3;
            case DynLexer.PLUS, DynLexer.MINUS -> 4;
            case DynLexer.TIMES, DynLexer.DIVIDE, DynLexer.MOD -> 5;
            case DynLexer.POWER -> 6;
            default -> OPERAND;
        };
    }
}
