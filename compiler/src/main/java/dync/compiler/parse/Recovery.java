package dync.compiler.parse;

import dync.grammar.DynLexer;
import dync.grammar.DynParser.ArgumentContext;
import dync.grammar.DynParser.ArgumentsContext;
import dync.grammar.DynParser.CallRuleContext;
import dync.grammar.DynParser.DeclarationContext;
import dync.grammar.DynParser.DynamicsStatementContext;
import dync.grammar.DynParser.ExpressionContext;
import dync.grammar.DynParser.FieldContext;
import dync.grammar.DynParser.ImportDeclarationContext;
import dync.grammar.DynParser.ItemContext;
import dync.grammar.DynParser.ListContext;
import dync.grammar.DynParser.ModuleContext;
import dync.grammar.DynParser.ParameterContext;
import dync.grammar.DynParser.ParametersContext;
import dync.grammar.DynParser.ShapeRuleContext;
import dync.grammar.DynParser.StepContext;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Where parsing goes on after a mistake. A mistake is mended in place where it is clear what was meant; else the
 * smallest thing around it that has borders is given up: an expression, an element of a list, a statement. Brackets are
 * balanced and statements on lines of their own are separated beforehand, so the borders are known.
 */
final class Recovery extends DefaultErrorStrategy {
    private final Mending mending;
    private final SyntaxErrors errors;

    Recovery(SyntaxErrors errors) {
        this.errors = errors;
        this.mending = new Mending(errors);
    }

    @Override
    public void sync(Parser recognizer) {
        BoundedParser parser = (BoundedParser) recognizer;
        if (Body.of(parser.getContext()).isPresent()) {
            beginStatement(parser, Body.of(parser.getContext()).get());
            return;
        }
        if (inErrorRecoveryMode(parser)) {
            return;
        }
        if (parser.getContext() instanceof ArgumentContext) {
            mending.mendArgument(parser);
        }
        IntervalSet expected = parser.getATN().nextTokens(parser.getATN().states.get(parser.getState()));
        Word word = parser.words().ahead(1);
        if (expected.contains(word.getType())) {
            return;
        }
        if (mending.mend(parser, expected) || expected.contains(Token.EPSILON)) {
            return;
        }
        if (isList(parser.getContext())) {
            reportError(parser, new InputMismatchException(parser));
            skipElement(parser, word.depth());
            endErrorCondition(parser);
            return;
        }
        throw new InputMismatchException(parser);
    }

    /** At a place where a statement begins or its body ends: leads to a statement that may stand here, or to the end. */
    private void beginStatement(BoundedParser parser, Body body) {
        IntervalSet expected = parser.getATN().nextTokens(parser.getATN().states.get(parser.getState()));
        while (true) {
            Word word = parser.words().ahead(1);
            if (word.is(DynLexer.RBRACE, DynLexer.EOF)) {
                endErrorCondition(parser);
                return;
            }
            if (inErrorRecoveryMode(parser)) {
                skipStatement(parser, word.depth());
                endErrorCondition(parser);
                if (parser.words().ahead(1).is(DynLexer.SEMI)) {
                    return;
                }
                continue;
            }
            mending.mendStatement(parser, body, expected);
            word = parser.words().ahead(1);
            if (expected.contains(word.getType()) && !body.isMisplaced(parser.words())) {
                return;
            }
            errors.misplaced(parser, body);
            beginErrorCondition(parser);
        }
    }

    @Override
    public Token recoverInline(Parser recognizer) {
        BoundedParser parser = (BoundedParser) recognizer;
        if (!inErrorRecoveryMode(parser)) {
            Token mended = mending.mendMatch(parser);
            if (mended != null) {
                return mended;
            }
        }
        throw new InputMismatchException(parser);
    }

    @Override
    public void reportError(Parser recognizer, RecognitionException mistake) {
        if (inErrorRecoveryMode(recognizer)) {
            return;
        }
        beginErrorCondition(recognizer);
        errors.unexpected((BoundedParser) recognizer, mistake);
    }

    @Override
    public void recover(Parser recognizer, RecognitionException mistake) {
        BoundedParser parser = (BoundedParser) recognizer;
        ParserRuleContext context = parser.getContext();
        Word start = (Word) context.getStart();
        // What should have begun inside of a body or a list, and found its end.
        int depth = start.isCloser() ? start.depth() + 1 : start.depth();
        if (context instanceof ExpressionContext) {
            skipExpression(parser, depth);
        } else if (context instanceof ParameterContext || context instanceof ArgumentContext) {
            skipElement(parser, depth);
        } else if (isStatement(context)) {
            skipStatement(parser, depth);
        } else if (context instanceof ModuleContext) {
            skipStatement(parser, -1);
        } else {
            throw mistake;
        }
    }

    private static boolean isList(ParserRuleContext context) {
        return context instanceof ArgumentsContext
                || context instanceof ParametersContext
                || context instanceof ListContext
                || context instanceof CallRuleContext;
    }

    private static boolean isStatement(ParserRuleContext context) {
        return context instanceof StepContext
                || context instanceof ItemContext
                || context instanceof DeclarationContext
                || context instanceof ImportDeclarationContext
                || context instanceof DynamicsStatementContext
                || context instanceof FieldContext
                || context instanceof ShapeRuleContext
                || context instanceof CallRuleContext;
    }

    /** To the {@code ;} behind the statement, or the bracket that closes its body; {@code depth} is the statement's. */
    private static void skipStatement(BoundedParser parser, int depth) {
        Word word = parser.words().ahead(1);
        while (!word.is(DynLexer.EOF) && word.depth() >= depth && !(word.depth() == depth && word.is(DynLexer.SEMI))) {
            parser.consume();
            word = parser.words().ahead(1);
        }
    }

    /** To the next comma of a list, or what ends it; {@code depth} is that of its elements. */
    private static void skipElement(BoundedParser parser, int depth) {
        Word word = parser.words().ahead(1);
        while (!word.is(DynLexer.EOF)
                && word.depth() >= depth
                && !(word.depth() == depth && word.is(DynLexer.COMMA, DynLexer.SEMI))) {
            parser.consume();
            word = parser.words().ahead(1);
        }
    }

    /** To whatever may follow an expression. */
    private static void skipExpression(BoundedParser parser, int depth) {
        Word word = parser.words().ahead(1);
        while (!word.is(DynLexer.EOF)
                && word.depth() >= depth
                && !(word.depth() == depth
                        && word.is(
                                DynLexer.COMMA,
                                DynLexer.SEMI,
                                DynLexer.LBRACE,
                                DynLexer.THEN,
                                DynLexer.ELSE,
                                DynLexer.RANGE))) {
            parser.consume();
            word = parser.words().ahead(1);
        }
    }
}
