package dync.compiler.parse;

import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Diagnostics;
import dync.compiler.diagnostic.Spelling;
import dync.compiler.source.Span;
import dync.grammar.DynLexer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells units from names and reports what only looks like a number or a unit. */
final class Numbers {
    private static final Map<String, String> COMMON = Map.ofEntries(
            Map.entry("sec", "s"),
            Map.entry("secs", "s"),
            Map.entry("second", "s"),
            Map.entry("seconds", "s"),
            Map.entry("S", "s"),
            Map.entry("msec", "ms"),
            Map.entry("msecs", "ms"),
            Map.entry("millisecond", "ms"),
            Map.entry("milliseconds", "ms"),
            Map.entry("millis", "ms"),
            Map.entry("Ms", "ms"),
            Map.entry("MS", "ms"),
            Map.entry("usec", "us"),
            Map.entry("usecs", "us"),
            Map.entry("microsecond", "us"),
            Map.entry("microseconds", "us"),
            Map.entry("hz", "Hz"),
            Map.entry("HZ", "Hz"),
            Map.entry("hertz", "Hz"),
            Map.entry("khz", "kHz"),
            Map.entry("Khz", "kHz"),
            Map.entry("KHz", "kHz"),
            Map.entry("KHZ", "kHz"));

    private final Diagnostics diagnostics;

    Numbers(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    List<Word> mend(List<Word> words) {
        List<Word> mended = new ArrayList<>(words.size());
        Deque<Word> open = new ArrayDeque<>();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            Word next = words.get(Math.min(i + 1, words.size() - 1));
            if (word.closer().isPresent()) {
                open.push(word);
            } else if (word.isCloser()) {
                open.poll();
            }
            if (word.is(DynLexer.DOT) && next.is(DynLexer.NUMBER) && word.touches(next) && !follows(mended, word)) {
                String meant = (next.getText().contains(".") ? "" : "0.") + next.getText();
                malformed(word.span().to(next.span()), meant);
                next.setText(meant);
                next.setFirstOfLine(word.isFirstOfLine());
                continue;
            }
            mended.add(word);
            if (!word.is(DynLexer.NUMBER)) {
                continue;
            }
            if (next.is(DynLexer.DOT) && word.touches(next)) {
                malformed(word.span().to(next.span()), word.getText());
                i++;
            } else if (next.isName() && unit(word, next, words.get(Math.min(i + 2, words.size() - 1)), open)) {
                next.setType(DynLexer.UNIT);
            } else if (next.isName() && word.touches(next)) {
                i++;
            }
        }
        return mended;
    }

    /** Whether a dot may be a member's: something with members stands right before it. */
    private static boolean follows(List<Word> before, Word dot) {
        return !before.isEmpty()
                && before.get(before.size() - 1).touches(dot)
                && (before.get(before.size() - 1).isName()
                        || before.get(before.size() - 1).isCloser());
    }

    private void malformed(Span span, String meant) {
        diagnostics.report(Diagnostic.error(
                        Code.DYN0113,
                        span,
                        "`" + span.text() + "` is no number: digits stand on both sides of the point")
                .fix("write " + meant, span, meant));
    }

    /** Whether the word after a number is to be read as its unit; reports one that does not exist. */
    private boolean unit(Word number, Word word, Word after, Deque<Word> open) {
        String text = word.getText();
        if (Vocabulary.UNITS.contains(text)) {
            // `s' = …` after a number begins an equation
            return number.sameLine(word) && !after.is(DynLexer.PRIME);
        }
        boolean inList = open.peek() != null && !open.peek().is(DynLexer.LBRACE);
        boolean glued = number.touches(word);
        boolean likely =
                COMMON.containsKey(text) && number.sameLine(word) && !after.is(DynLexer.ASSIGN, DynLexer.LPAREN);
        boolean meant = inList
                && word.is(DynLexer.NAME)
                && number.sameLine(word)
                && nearest(text).isPresent()
                && !after.is(DynLexer.ASSIGN, DynLexer.COLON);
        if (!glued && !likely && !meant) {
            return false;
        }
        if (glued && text.matches("_[0-9_]+")) {
            Span span = number.span().to(word.span());
            diagnostics.report(Diagnostic.error(Code.DYN0113, span, "digits are written without `_`")
                    .fix(
                            "write " + span.text().replace("_", ""),
                            span,
                            span.text().replace("_", "")));
            number.setText(span.text().replace("_", ""));
            return false;
        }
        Diagnostic diagnostic = Diagnostic.error(Code.DYN0106, word.span(), "`" + text + "` is no unit")
                .help("the units are us, ms, s, Hz and kHz");
        if (glued && !likely && word.is(DynLexer.NAME) && text.matches("[A-Za-z_]{1,4}|.*_.*")) {
            diagnostic = diagnostic.help("a product is written `" + number.getText() + " * " + text + "`");
        }
        Optional<String> nearest = nearest(text);
        diagnostics.report(
                nearest.isPresent()
                        ? diagnostic.fix("write `" + nearest.get() + "`", word.span(), nearest.get())
                        : diagnostic);
        if (nearest.isEmpty()) {
            return false;
        }
        word.setText(nearest.get());
        return true;
    }

    private static Optional<String> nearest(String word) {
        return Optional.ofNullable(COMMON.get(word)).or(() -> Spelling.nearest(word, Vocabulary.UNITS));
    }
}
