package dync.compiler.parse;

import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Diagnostics;
import dync.compiler.source.Span;
import dync.grammar.DynLexer;
import dync.grammar.DynParser.AreaTemplateContext;
import dync.grammar.DynParser.DeclarationContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Says what is wrong with a text's syntax, in sentences. */
final class SyntaxErrors {
    private final Diagnostics diagnostics;
    private boolean toldTooDeep;

    SyntaxErrors(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    // ---- what could be mended

    void misspelled(Word word, String keyword) {
        report(
                word,
                Diagnostic.error(Code.DYN0110, word.span(), "`" + word.getText() + "` is no keyword")
                        .fix("did you mean `" + keyword + "`?", word.span(), keyword));
    }

    void missing(Word missing, Word before) {
        String text = missing.getText();
        String place = " before " + found(before);
        report(
                before,
                Diagnostic.error(Code.DYN0107, missing.span(), "`" + text + "` is missing" + place)
                        .fix("put `" + text + "` here", missing.span(), text.equals(":") ? ":" : " " + text));
    }

    void instead(Word word, int wanted) {
        String text = Vocabulary.text(wanted);
        report(
                word,
                Diagnostic.error(Code.DYN0107, word.span(), "expected `" + text + "`, found " + found(word))
                        .fix("write `" + text + "`", word.span(), text));
    }

    void reserved(Word word) {
        String text = word.getText();
        report(
                word,
                Diagnostic.error(Code.DYN0108, word.span(), "`" + text + "` is reserved and cannot be a name")
                        .fix("write `" + text + "_`", word.span(), text + "_"));
    }

    void withoutLet(Word name) {
        report(
                name,
                Diagnostic.error(Code.DYN0119, name.span(), "a value is named with `let`")
                        .fix(
                                "write `let " + name.getText() + "`",
                                new Span(name.span().source(), name.start(), name.start()),
                                "let "));
    }

    void withoutConst(Word name) {
        report(
                name,
                Diagnostic.error(Code.DYN0119, name.span(), "a value is named with `const` at the top level of a file")
                        .fix(
                                "write `const " + name.getText() + "`",
                                new Span(name.span().source(), name.start(), name.start()),
                                "const "));
    }

    void letOfFile(Word let) {
        report(
                let,
                Diagnostic.error(Code.DYN0109, let.span(), "`let` cannot stand at the top level of a file")
                        .fix("write `const`", let.span(), "const"));
    }

    void bareArgument(Word name) {
        report(
                name,
                Diagnostic.error(Code.DYN0107, name.span(), "arguments stand in parentheses")
                        .help("write `(" + name.getText() + " = …)`"));
    }

    void withoutPrime(Word name) {
        report(
                name,
                Diagnostic.error(Code.DYN0107, name.span().after(), "the left side of an equation has a prime")
                        .fix(
                                "write `" + name.getText() + "'` for its rate of change",
                                name.span().after(),
                                "'")
                        .help("write `let " + name.getText() + " = …` to name a value"));
    }

    void typedLet(Word colon, Word type) {
        Span span = colon.span().to(type.span());
        report(
                colon,
                Diagnostic.error(Code.DYN0111, span, "a `let` has no type: it has that of its value")
                        .fix("take it out", span, ""));
    }

    void splitArrow(Word minus, Word greater) {
        Span span = minus.span().to(greater.span());
        report(minus, Diagnostic.error(Code.DYN0107, span, "`->` is one word").fix("write `->`", span, "->"));
    }

    void beforeBody(Word first, Word last) {
        report(
                first,
                Diagnostic.error(Code.DYN0111, first.span().to(last.span()), "expected `{`, found " + found(first)));
    }

    // ---- what could not

    /** A word where a statement should begin. */
    void misplaced(BoundedParser parser, Body body) {
        ParserRuleContext context = parser.getContext();
        Word word = parser.words().ahead(1);
        Word next = parser.words().ahead(2);
        String text = "`" + word.getText() + "`";
        List<Body> places = Body.holding(word.getType());
        if (!word.isFirstOfLine()
                && Vocabulary.endsValue(parser.words().previous().getType())
                && !word.is(DynLexer.RBRACE)) {
            Word previous = parser.words().previous();
            Diagnostic diagnostic = Diagnostic.error(
                    Code.DYN0111,
                    at(parser),
                    "expected an operator or a new line after `" + previous.getText() + "`, found " + found(word));
            boolean applied = previous.isName() && Vocabulary.beginsValue(word.getType()) && !word.isName();
            report(
                    word,
                    word.is(DynLexer.ASSIGN)
                            ? diagnostic.help("values are compared with `==`")
                            : applied
                                    ? diagnostic.help("arguments stand in parentheses: `" + previous.getText() + "("
                                            + word.getText() + ")`")
                                    : diagnostic);
        } else if (word.is(DynLexer.NAME) && body == Body.MODEL && next.is(DynLexer.ARROW)) {
            report(
                    word,
                    Diagnostic.error(Code.DYN0109, word.span(), "a wire begins with `skip` or `feedback`")
                            .help("write `skip " + word.getText() + " -> …` or `feedback " + word.getText()
                                    + " -> …`"));
        } else if (word.is(DynLexer.NAME) && (body == Body.MODEL || body == Body.FILE)) {
            boolean step = next.is(DynLexer.LPAREN) || body == Body.MODEL;
            Diagnostic diagnostic = Diagnostic.error(
                    Code.DYN0109,
                    word.span(),
                    step ? text + " is a step, which cannot stand " + body.where() : text + " begins no declaration");
            report(
                    word,
                    step
                            ? diagnostic.help("put it " + Body.STEPS.where())
                            : diagnostic.help(body.name(context) + " holds " + body.holds()));
        } else if (!places.isEmpty()) {
            report(
                    word,
                    Diagnostic.error(Code.DYN0109, word.span(), text + " cannot stand " + body.where(context))
                            .help("it belongs "
                                    + join(places.stream().map(Body::where).toList())));
        } else {
            report(
                    word,
                    Diagnostic.error(Code.DYN0111, at(parser), "expected a statement, found " + found(word))
                            .help(body.name(context) + " holds " + body.holds()));
        }
    }

    /** A word that fits nothing which may come here. */
    void unexpected(BoundedParser parser, RecognitionException mistake) {
        Word word = (Word) mistake.getOffendingToken();
        if (mistake instanceof BoundedParser.TooDeep) {
            if (!toldTooDeep) {
                diagnostics.report(Diagnostic.error(Code.DYN0114, word.span(), "this is nested too deeply to be read")
                        .help("name the inner parts with `let`, or move them into a block"));
            }
            toldTooDeep = true;
            return;
        }
        ParserRuleContext context = parser.getContext();
        IntervalSet expected = parser.getATN().nextTokens(parser.getATN().states.get(parser.getState()));
        Word previous = before(parser, word);
        Span place = word.isInvisible() ? previous.span().after() : word.span();
        if (isFileArea(context, word)) {
            report(word, fileArea(word, place));
            return;
        }
        Diagnostic diagnostic;
        if (expected.contains(DynLexer.NUMBER)) {
            if (word.is(DynLexer.IF)) {
                report(
                        word,
                        Diagnostic.error(Code.DYN0111, place, "a choice inside of an expression stands in parentheses")
                                .help("write `(if … then … else …)`"));
                return;
            }
            boolean missing = word.isInvisible() || word.isCloser() || word.is(DynLexer.COMMA, DynLexer.LBRACE);
            diagnostic = missing
                    ? Diagnostic.error(
                            Code.DYN0112,
                            previous.span().after(),
                            "a value is missing after `" + previous.getText() + "`")
                    : Diagnostic.error(Code.DYN0112, place, "expected a value, found " + found(word));
        } else {
            diagnostic = Diagnostic.error(
                    Code.DYN0111,
                    place,
                    "expected " + list(expected, context) + " after `" + previous.getText() + "`, found "
                            + found(word));
        }
        report(
                word,
                Phrases.of(context)
                        .map(phrase -> diagnostic.help(phrase.what() + " reads `" + phrase.example() + "`"))
                        .orElse(diagnostic));
    }

    private static boolean isFileArea(ParserRuleContext context, Word word) {
        return context.getParent() instanceof AreaTemplateContext
                && context.getParent().getParent() instanceof DeclarationContext
                && word.is(DynLexer.LBRACE, DynLexer.ASSIGN, DynLexer.FROM);
    }

    private static Diagnostic fileArea(Word word, Span place) {
        return word.is(DynLexer.LBRACE)
                ? Diagnostic.error(
                                Code.DYN0111, place, "an area outside of a model is a template, which has parameters")
                        .fix("write `()` for none", new Span(place.source(), place.start(), place.start()), "() ")
                : Diagnostic.error(Code.DYN0109, place, "an area that is part of a network stands in a model")
                        .help("move it into the braces of a model");
    }

    private static Word before(BoundedParser parser, Word word) {
        return word.getTokenIndex() > 0
                ? (Word) parser.words().get(word.getTokenIndex() - 1)
                : parser.words().previous();
    }

    private static Span at(BoundedParser parser) {
        Word word = parser.words().ahead(1);
        return word.isInvisible() ? parser.words().previous().span().after() : word.span();
    }

    private static String list(IntervalSet expected, ParserRuleContext context) {
        List<String> names = new ArrayList<>();
        boolean name = expected.contains(DynLexer.NAME);
        if (name) {
            names.add(Phrases.named(context));
        }
        for (int type : expected.toArray()) {
            boolean shown = type != Token.EPSILON
                    && type != Token.EOF
                    && type != DynLexer.SEMI
                    && !(name && (type == DynLexer.AT || type == DynLexer.LBRACKET));
            if (shown && !(name && Vocabulary.isName(type))) {
                names.add("`" + Vocabulary.text(type) + "`");
            }
        }
        return join(names);
    }

    private static String join(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.get(names.size() - 1);
    }

    private static String found(Word word) {
        if (word.is(DynLexer.EOF)) {
            return "the end of the file";
        }
        return word.isInserted() && word.is(DynLexer.SEMI) ? "the end of the line" : "`" + word.getText() + "`";
    }

    private void report(Word word, Diagnostic diagnostic) {
        if (!word.isMuted()) {
            diagnostics.report(diagnostic);
        }
    }
}
