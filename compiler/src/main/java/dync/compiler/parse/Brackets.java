package dync.compiler.parse;

import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Diagnostics;
import dync.grammar.DynLexer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Balances brackets before anything is parsed, so that a bracket which is missing costs one message and not the rest of
 * the file. Where brackets do not match, indentation tells which one was meant; where they match it plays no part.
 */
final class Brackets {
    private static final int MOST_LABELS = 3;

    private record Open(Word word, int indentation, int index) {}

    private record Region(int from, int to) {}

    private final Diagnostics diagnostics;
    private final Set<Word> neverClosed = new HashSet<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Word> balanced = new ArrayList<>();
    private final List<Region> doubtful = new ArrayList<>();
    private int lastUnclosedString = -1;
    private int missingBraces;
    private int straySurplus;
    private int indentation;
    private boolean beginsLine;

    private Brackets(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    static List<Word> balance(List<Word> words, Diagnostics diagnostics) {
        Brackets brackets = new Brackets(diagnostics);
        return brackets.matches(words) ? words : brackets.mend(words);
    }

    /** Matches brackets by order alone and notes which find no partner. */
    private boolean matches(List<Word> words) {
        boolean matches = true;
        Deque<Word> stack = new ArrayDeque<>();
        for (Word word : words) {
            if (word.is(DynLexer.LBRACE, DynLexer.RBRACE, DynLexer.EOF)) {
                // Parentheses never hold braces.
                while (!stack.isEmpty() && !stack.peek().is(DynLexer.LBRACE)) {
                    neverClosed.add(stack.pop());
                    matches = false;
                }
            }
            if (word.closer().isPresent()) {
                stack.push(word);
            } else if (word.isCloser()) {
                if (!stack.isEmpty() && word.is(stack.peek().closer().orElseThrow())) {
                    stack.pop();
                } else {
                    matches = false;
                    straySurplus += word.is(DynLexer.RBRACE) ? 1 : 0;
                }
            }
        }
        missingBraces = stack.size();
        return matches && stack.isEmpty();
    }

    private List<Word> mend(List<Word> words) {
        for (Word word : words) {
            if (beginsLine) {
                word.setFirstOfLine(true);
                beginsLine = false;
            }
            if (word.isFirstOfLine()) {
                indentation = word.getCharPositionInLine();
            }
            closeBefore(word);
            if (word.closer().isPresent()) {
                open.push(new Open(word, indentation, balanced.size()));
                balanced.add(word);
            } else if (!word.isCloser() || close(word)) {
                lastUnclosedString = word.isMuted() && word.is(DynLexer.STRING) ? balanced.size() : lastUnclosedString;
                balanced.add(word);
            } else {
                beginsLine = word.isFirstOfLine();
            }
        }
        mute();
        return balanced;
    }

    /** Closes what cannot be open any more when this word comes. */
    private void closeBefore(Word word) {
        List<Open> closed = new ArrayList<>();
        while (mustCloseBefore(word)) {
            closed.add(open.peek());
            insertCloser();
        }
        report(closed);
    }

    private boolean mustCloseBefore(Word word) {
        if (open.isEmpty()) {
            return false;
        }
        Open top = open.peek();
        int column = word.getCharPositionInLine();
        if (word.is(DynLexer.EOF)) {
            return true;
        } else if (top.word.is(DynLexer.LBRACE)) {
            return word.isFirstOfLine()
                    && missingBraces > 0
                    && (word.is(DynLexer.RBRACE)
                            ? column < top.indentation && open.size() > 1
                            : column <= top.indentation && Vocabulary.isName(word.getType()));
        }
        return word.is(DynLexer.LBRACE, DynLexer.RBRACE)
                || word.isFirstOfLine()
                        && column <= top.indentation
                        && !word.isCloser()
                        && neverClosed.contains(top.word);
    }

    /** Whether a closing bracket closes something; reports one that does not. */
    private boolean close(Word word) {
        Optional<Open> top = Optional.ofNullable(open.peek());
        boolean tooDeep = straySurplus > 0
                && word.is(DynLexer.RBRACE)
                && word.isFirstOfLine()
                && top.filter(t -> word.getCharPositionInLine() > t.indentation).isPresent();
        if (top.isEmpty()
                || tooDeep
                || word.is(DynLexer.RBRACE) != top.get().word.is(DynLexer.LBRACE)) {
            straySurplus -= word.is(DynLexer.RBRACE) ? 1 : 0;
            diagnostics.report(Diagnostic.error(Code.DYN0102, word.span(), "`" + word.getText() + "` closes nothing")
                    .fix("take it out", word.span(), ""));
            return false;
        }
        if (word.is(top.get().word.closer().orElseThrow())) {
            open.pop();
            return true;
        }
        if (open.stream().takeWhile(o -> !o.word.is(DynLexer.LBRACE)).anyMatch(o -> word.is(closer(o)))) {
            List<Open> closed = new ArrayList<>();
            while (!word.is(closer(open.peek()))) {
                closed.add(open.peek());
                insertCloser();
            }
            report(closed);
            open.pop();
            return true;
        }
        String meant = Vocabulary.text(closer(top.get()));
        diagnostics.report(Diagnostic.error(
                        Code.DYN0102,
                        word.span(),
                        "`" + top.get().word.getText() + "` is closed by `" + meant + "`, not by `" + word.getText()
                                + "`")
                .label(top.get().word.span(), "opened here")
                .fix("write `" + meant + "`", word.span(), meant));
        word.setType(closer(top.get()));
        open.pop();
        return true;
    }

    private static int closer(Open bracket) {
        return bracket.word.closer().orElseThrow();
    }

    private void insertCloser() {
        Open bracket = open.pop();
        if (bracket.word.is(DynLexer.LBRACE)) {
            missingBraces--;
        } else {
            doubtful.add(new Region(bracket.index, balanced.size()));
        }
        balanced.add(Word.insertedAfter(balanced.get(balanced.size() - 1), closer(bracket)));
    }

    /** One message for all brackets whose partners are missing at one place, the innermost first. */
    private void report(List<Open> brackets) {
        // A string that swallows the rest of its line swallows brackets too.
        if (brackets.isEmpty() || lastUnclosedString >= brackets.get(0).index) {
            return;
        }
        Word place = balanced.get(balanced.size() - 1);
        StringBuilder edit = new StringBuilder();
        List<String> openers = new ArrayList<>();
        List<String> closers = new ArrayList<>();
        for (Open bracket : brackets) {
            String closer = Vocabulary.text(closer(bracket));
            edit.append(bracket.word.is(DynLexer.LBRACE) ? "\n" + " ".repeat(bracket.indentation) : "")
                    .append(closer);
            openers.add("`" + bracket.word.getText() + "`");
            closers.add("`" + closer + "`");
        }
        boolean many = brackets.size() > 1;
        Diagnostic diagnostic = Diagnostic.error(
                        Code.DYN0101, place.span(), summary(openers) + (many ? " are" : " is") + " never closed")
                .says(summary(closers) + (many ? " are" : " is") + " missing");
        for (Open bracket : brackets.subList(0, Math.min(brackets.size(), MOST_LABELS))) {
            diagnostic = diagnostic.label(bracket.word.span(), "opened here");
        }
        diagnostics.report(diagnostic.fix("close with " + summary(closers), place.span(), edit.toString()));
    }

    private static String summary(List<String> brackets) {
        return brackets.size() > MOST_LABELS ? brackets.size() + " brackets" : String.join(" and ", brackets);
    }

    /** What stands inside of mended parentheses may belong outside: the parser reads it, but says nothing about it. */
    private void mute() {
        int[] change = new int[balanced.size() + 1];
        for (Region region : doubtful) {
            change[region.from]++;
            change[region.to + 1]--;
        }
        int regions = 0;
        for (int i = 0; i < balanced.size(); i++) {
            regions += change[i];
            if (regions > 0) {
                balanced.get(i).mute();
            }
        }
    }
}
