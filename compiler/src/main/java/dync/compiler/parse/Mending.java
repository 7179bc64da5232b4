package dync.compiler.parse;

import dync.compiler.diagnostic.Spelling;
import dync.grammar.DynLexer;
import dync.grammar.DynParser.AreaContext;
import dync.grammar.DynParser.LetContext;
import dync.grammar.DynParser.ModelContext;
import dync.grammar.DynParser.NameContext;
import dync.grammar.DynParser.ParameterContext;
import dync.grammar.DynParser.ParametersContext;
import dync.grammar.DynParser.WeightContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Mends mistakes of one word, where it is clear which word was meant, so that nothing around them is lost. */
final class Mending {
    private final SyntaxErrors errors;

    Mending(SyntaxErrors errors) {
        this.errors = errors;
    }

    /** At a place where one of several words may come; true where parsing can go on now. */
    boolean mend(BoundedParser parser, IntervalSet expected) {
        Word word = parser.words().ahead(1);
        ParserRuleContext context = parser.getContext();
        if (word.is(DynLexer.NAME)) {
            Optional<String> keyword = Spelling.nearest(word.getText(), Vocabulary.keywords(expected));
            if (keyword.isPresent() && !expected.contains(DynLexer.NAME)) {
                respell(word, keyword.get());
                return true;
            }
        }
        boolean named = context instanceof AreaContext || context instanceof ModelContext;
        if (named && expected.contains(DynLexer.ASSIGN) && word.isName()) {
            insert(parser, DynLexer.ASSIGN);
            return true;
        }
        if (context instanceof WeightContext && expected.contains(DynLexer.COLON) && word.is(DynLexer.LBRACKET)) {
            insert(parser, DynLexer.COLON);
            return true;
        }
        return mendReserved(word, expected, context);
    }

    private void insert(BoundedParser parser, int type) {
        Word missing = Word.insertedAfter(parser.words().previous(), type);
        errors.missing(missing, parser.words().ahead(1));
        parser.words().insert(1, missing);
    }

    /** At the beginning of an argument, whose name other languages part with other signs. */
    void mendArgument(BoundedParser parser) {
        Word sign = parser.words().ahead(2);
        if (parser.words().ahead(1).isName() && sign.is(DynLexer.COLON, DynLexer.WALRUS, DynLexer.FAT_ARROW)) {
            errors.instead(sign, DynLexer.ASSIGN);
            sign.setType(DynLexer.ASSIGN);
        }
    }

    private boolean mendReserved(Word word, IntervalSet expected, ParserRuleContext context) {
        boolean names = context instanceof ParametersContext
                || context instanceof ParameterContext
                || context instanceof NameContext;
        if (!names || !Vocabulary.isReserved(word.getType()) || !expected.contains(DynLexer.NAME)) {
            return false;
        }
        errors.reserved(word);
        word.setType(DynLexer.NAME);
        return true;
    }

    /** At the beginning of a statement. */
    void mendStatement(BoundedParser parser, Body body, IntervalSet expected) {
        WordStream words = parser.words();
        Word word = words.ahead(1);
        Word next = words.ahead(2);
        if (word.is(DynLexer.LET) && body == Body.FILE) {
            errors.letOfFile(word);
            word.setType(DynLexer.CONST);
        }
        if (!word.is(DynLexer.NAME)) {
            return;
        }
        if (next.is(DynLexer.ASSIGN) && (body == Body.MODEL || body == Body.STEPS || body == Body.FILE)) {
            nameValue(words, word, body);
            return;
        }
        if (body == Body.MODEL
                && next.is(DynLexer.NAME)
                && Spelling.nearest(next.getText(), List.of("then")).isPresent()
                && words.ahead(3).isName()
                && next.sameLine(word)) {
            respell(next, "then");
            return;
        }
        if (next.is(DynLexer.ASSIGN) && body == Body.DYNAMICS) {
            Word prime = Word.insertedAfter(word, DynLexer.PRIME);
            errors.withoutPrime(word);
            words.insert(2, prime);
            return;
        }
        if (body == Body.STEPS || body == Body.PRIMITIVE
                ? mayBeMisspelled(word, next)
                : body.isMisplaced(words) || !expected.contains(DynLexer.NAME)) {
            Spelling.nearest(word.getText(), keywordsBefore(next, expected)).ifPresent(k -> respell(word, k));
        }
    }

    /** A value named without a keyword; an argument without parentheses looks the same, but begins no line. */
    private void nameValue(WordStream words, Word name, Body body) {
        Word previous = words.previous();
        if (previous != name && !name.isFirstOfLine() && Vocabulary.endsValue(previous.getType())) {
            errors.bareArgument(name);
            name.mute();
            return;
        }
        Word keyword = Word.insertedAfter(previous, body == Body.FILE ? DynLexer.CONST : DynLexer.LET);
        if (body == Body.FILE) {
            errors.withoutConst(name);
        } else {
            errors.withoutLet(name);
        }
        keyword.setDepth(name.depth());
        words.insert(1, keyword);
    }

    /** An operation that a word follows on its line: two steps, or a statement whose keyword is misspelled. */
    private static boolean mayBeMisspelled(Word word, Word next) {
        return next.isName() && word.sameLine(next) && !next.isInserted();
    }

    /** The keywords that may stand before a word, for not every statement goes on with every word. */
    private static List<String> keywordsBefore(Word next, IntervalSet expected) {
        List<String> keywords = new ArrayList<>();
        for (String keyword : Vocabulary.keywords(expected)) {
            boolean applied =
                    switch (Vocabulary.keyword(keyword)) {
                        case DynLexer.CLOCK,
                                DynLexer.INPUT,
                                DynLexer.RECURRENT,
                                DynLexer.PENALTY,
                                DynLexer.EMIT,
                                DynLexer.RECORD,
                                DynLexer.ADD,
                                DynLexer.GATE,
                                DynLexer.CONCAT,
                                DynLexer.CALL -> true;
                        default -> false;
                    };
            boolean named =
                    switch (Vocabulary.keyword(keyword)) {
                        case DynLexer.APPLY, DynLexer.REQUIRE, DynLexer.IF, DynLexer.REPEAT -> true;
                        default -> !applied;
                    };
            if (next.is(DynLexer.LPAREN) ? applied : named || !next.isName()) {
                keywords.add(keyword);
            }
        }
        return keywords;
    }

    private void respell(Word word, String keyword) {
        errors.misspelled(word, keyword);
        word.setType(Vocabulary.keyword(keyword));
    }

    /** At a place where one certain word must come; null where it cannot be said what was meant. */
    Token mendMatch(BoundedParser parser) {
        ATNState state = parser.getATN().states.get(parser.getState());
        IntervalSet expected = parser.getATN().nextTokens(state);
        WordStream words = parser.words();
        Word word = words.ahead(1);
        if (mend(parser, expected)) {
            return consume(parser);
        }
        if (parser.getContext() instanceof NameContext || expected.size() != 1) {
            return null;
        }
        int wanted = expected.getMinElement();
        IntervalSet after = parser.getATN().nextTokens(state.transition(0).target, parser.getContext());
        if (parser.getContext() instanceof LetContext
                && word.is(DynLexer.COLON)
                && words.ahead(3).is(DynLexer.ASSIGN)) {
            errors.typedLet(word, words.ahead(2));
            parser.consume();
            parser.consume();
            return consume(parser);
        }
        if (wanted == DynLexer.ARROW
                && word.is(DynLexer.MINUS)
                && words.ahead(2).is(DynLexer.GREATER)) {
            errors.splitArrow(word, words.ahead(2));
            parser.consume();
            return consume(parser);
        }
        boolean symbol = isSymbol(word) && !word.isInserted();
        if (symbol && isSymbol(wanted) && after.contains(words.ahead(2).getType())) {
            errors.instead(word, wanted);
            word.setType(wanted);
            return consume(parser);
        }
        if (after.contains(word.getType()) && !isBracket(wanted) && !word.isInserted()) {
            insert(parser, wanted);
            return consume(parser);
        }
        return wanted == DynLexer.LBRACE && skipToBody(parser) ? consume(parser) : null;
    }

    private static Token consume(BoundedParser parser) {
        // The error condition is not on: what was mended is an ordinary leaf of the tree.
        return parser.consume();
    }

    private static boolean isBracket(int type) {
        return type >= DynLexer.LPAREN && type <= DynLexer.RBRACE;
    }

    private static boolean isSymbol(Word word) {
        return isSymbol(word.getType()) || word.is(DynLexer.FAT_ARROW, DynLexer.WALRUS);
    }

    private static boolean isSymbol(int type) {
        return type > DynLexer.SEMI && type <= DynLexer.POWER;
    }

    /** Goes on at the body of a declaration whose head has something too much. */
    private boolean skipToBody(BoundedParser parser) {
        WordStream words = parser.words();
        Word first = words.ahead(1);
        int ahead = 1;
        Word word = first;
        while (!word.is(DynLexer.EOF, DynLexer.SEMI, DynLexer.LBRACE) && word.depth() >= first.depth()) {
            word = words.ahead(++ahead);
        }
        if (ahead == 1 || !word.is(DynLexer.LBRACE) || word.depth() != first.depth()) {
            return false;
        }
        errors.beforeBody(first, words.ahead(ahead - 1));
        for (int i = 1; i < ahead; i++) {
            parser.consume();
        }
        return true;
    }
}
