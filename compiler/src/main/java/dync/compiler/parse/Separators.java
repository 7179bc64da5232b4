package dync.compiler.parse;

import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Diagnostics;
import dync.compiler.diagnostic.Spelling;
import dync.grammar.DynLexer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts a {@code ;} wherever a new line begins a statement, so that a statement which breaks off does not swallow the
 * next one, and reports commas that are missing or too many. Needs balanced brackets.
 */
final class Separators {
    private static final List<String> WORD_OPERATORS = List.of("and", "or", "mod", "then", "else");

    private static final Set<String> TYPES = Set.of(
            "int",
            "float",
            "bool",
            "string",
            "time",
            "rate",
            "shape",
            "connection",
            "solver",
            "dynamics",
            "integration");

    /** @param grouping parentheses around an expression, where no comma can be meant */
    private record Open(Word word, boolean grouping, boolean annotation) {}

    private final Diagnostics diagnostics;
    private final List<Word> words;
    private final List<Word> separated;
    private final Deque<Open> open = new ArrayDeque<>();
    private boolean annotationClosed;

    private Separators(List<Word> words, Diagnostics diagnostics) {
        this.words = words;
        this.separated = new ArrayList<>(words.size() * 5 / 4);
        this.diagnostics = diagnostics;
    }

    static List<Word> separate(List<Word> words, Diagnostics diagnostics) {
        Separators separators = new Separators(words, diagnostics);
        for (int i = 0; i < words.size(); i++) {
            separators.take(i);
        }
        return separators.separated;
    }

    private void take(int i) {
        Word word = words.get(i);
        boolean inList = !open.isEmpty() && !open.peek().word.is(DynLexer.LBRACE);
        Word previous = separated.isEmpty() ? null : separated.get(separated.size() - 1);
        if (previous != null) {
            if (!inList) {
                if (word.isFirstOfLine() && beginsStatement(previous, word, next(i))) {
                    separated.add(Word.insertedAfter(previous, DynLexer.SEMI));
                }
            } else if (word.is(DynLexer.COMMA) && (previous.is(DynLexer.COMMA) || previous == open.peek().word)) {
                reportStrayComma(word);
                return;
            } else if (!previous.isMuted() && !annotationClosed && !afterAt()) {
                separateValues(previous, word, next(i));
            }
        }
        annotationClosed = false;
        if (word.isCloser() && !open.isEmpty()) {
            annotationClosed = open.pop().annotation;
        }
        word.setDepth(open.size());
        if (word.closer().isPresent()) {
            open.push(opened(word));
        }
        separated.add(word);
    }

    private Word next(int i) {
        return words.get(Math.min(i + 1, words.size() - 1));
    }

    private Open opened(Word bracket) {
        int size = separated.size();
        boolean paren = bracket.is(DynLexer.LPAREN);
        boolean named = size > 0
                && separated.get(size - 1).isName()
                && !separated.get(size - 1).is(DynLexer.APPLY, DynLexer.REQUIRE, DynLexer.MOD, DynLexer.THEN);
        boolean annotation = paren && size > 1 && separated.get(size - 2).is(DynLexer.AT);
        return new Open(bracket, paren && !named, annotation);
    }

    private boolean afterAt() {
        int size = separated.size();
        return size > 1 && separated.get(size - 2).is(DynLexer.AT);
    }

    /** Whether a word that is the first of its line begins a statement. */
    private static boolean beginsStatement(Word previous, Word word, Word next) {
        if (previous.is(DynLexer.SEMI, DynLexer.LBRACE)) {
            return false;
        }
        if (previous.is(DynLexer.RBRACE) || Vocabulary.endsValue(previous.getType())) {
            return word.is(DynLexer.NAME)
                    ? !Vocabulary.isKeyword(previous.getType())
                    : Vocabulary.beginsStatement(word.getType());
        }
        // The line before breaks off: a keyword that cannot be a value begins a new statement all the same.
        boolean applied = next.is(DynLexer.LPAREN)
                && word.is(DynLexer.CLOCK, DynLexer.RECURRENT, DynLexer.EMIT, DynLexer.PENALTY);
        boolean led = next.isName() && next.sameLine(word) && !next.is(DynLexer.MOD, DynLexer.THEN);
        return Vocabulary.beginsStatement(word.getType()) && !word.is(DynLexer.IF) && (led || applied);
    }

    private void reportStrayComma(Word comma) {
        if (!comma.isMuted()) {
            diagnostics.report(Diagnostic.error(Code.DYN0103, comma.span(), "nothing stands before this comma")
                    .fix("take it out", comma.span(), ""));
        }
    }

    private void separateValues(Word previous, Word word, Word next) {
        if (!Vocabulary.endsValue(previous.getType()) || !Vocabulary.beginsValue(word.getType())) {
            return;
        }
        Optional<String> operator = word.is(DynLexer.NAME) && word.sameLine(previous)
                ? Spelling.nearest(word.getText(), WORD_OPERATORS)
                : Optional.empty();
        if (operator.isPresent()) {
            diagnostics.report(Diagnostic.error(Code.DYN0110, word.span(), "`" + word.getText() + "` is no operator")
                    .fix("did you mean `" + operator.get() + "`?", word.span(), operator.get()));
            word.setType(Vocabulary.keyword(operator.get()));
            return;
        }
        if (TYPES.contains(word.getText()) && word.sameLine(previous) && previous.isName()) {
            Word colon = Word.insertedAfter(previous, DynLexer.COLON);
            colon.setDepth(open.size());
            diagnostics.report(
                    Diagnostic.error(Code.DYN0107, colon.span(), "`:` is missing between the name and its type")
                            .fix("put `:` here", colon.span(), ":"));
            separated.add(colon);
            return;
        }
        boolean typed = previous.is(DynLexer.QUESTION)
                || separated.size() > 1 && separated.get(separated.size() - 2).is(DynLexer.COLON);
        if (typed && !word.is(DynLexer.AT) && !next.is(DynLexer.COLON)) {
            Word assign = Word.insertedAfter(previous, DynLexer.ASSIGN);
            assign.setDepth(open.size());
            diagnostics.report(
                    Diagnostic.error(Code.DYN0107, assign.span(), "`=` is missing between the type and the default")
                            .fix("put `=` here", assign.span(), " ="));
            separated.add(assign);
            return;
        }
        Word comma = Word.insertedAfter(previous, DynLexer.COMMA);
        comma.setDepth(open.size());
        String between = "between `" + previous.getText() + "` and `" + word.getText() + "`";
        if (open.peek().grouping) {
            diagnostics.report(Diagnostic.error(Code.DYN0107, comma.span(), "an operator is missing " + between));
            comma.mute();
            word.mute();
        } else {
            Diagnostic diagnostic = Diagnostic.error(Code.DYN0103, comma.span(), "a comma is missing " + between)
                    .fix("put a comma here", comma.span(), ",");
            diagnostics.report(
                    previous.is(DynLexer.NUMBER) && word.is(DynLexer.NAME) && word.sameLine(previous)
                            ? diagnostic.help(
                                    "if `" + word.getText() + "` is meant as a unit: there are us, ms, s, Hz and kHz")
                            : diagnostic);
        }
        separated.add(comma);
    }
}
