package dync.compiler.parse;

import dync.grammar.DynParser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;

/** The generated parser with a bound on how deep rules nest, so that no text overflows the stack of any stage. */
final class BoundedParser extends DynParser {
    private static final int DEEPEST = 800;

    private int depth;

    /** A text nests deeper than anybody writes. */
    static final class TooDeep extends RecognitionException {
        TooDeep(DynParser parser) {
            super(parser, parser.getInputStream(), parser.getContext());
            setOffendingToken(parser.getCurrentToken());
        }
    }

    BoundedParser(WordStream words) {
        super(words);
        removeErrorListeners();
    }

    WordStream words() {
        return (WordStream) getTokenStream();
    }

    @Override
    public void enterRule(ParserRuleContext context, int state, int rule) {
        if (depth >= DEEPEST) {
            throw new TooDeep(this);
        }
        depth++;
        super.enterRule(context, state, rule);
    }

    @Override
    public void exitRule() {
        depth--;
        super.exitRule();
    }
}
