package dync.compiler.parse;

import dync.compiler.diagnostic.Diagnostics;
import dync.compiler.source.Source;
import dync.compiler.source.Span;
import dync.grammar.DynLexer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The innermost parenthesis behind a name that is open at a place: that of a call.
 *
 * @param commas those directly inside of it before the place
 * @param end where the element at the place ends
 */
public record Opening(Span bracket, List<Span> commas, int end) {
    /** @param called whether it stands behind the name of something, and groups no expression */
    private record Open(Word bracket, List<Span> commas, boolean called) {}

    /** Empty where none is open in the body around the place. */
    public static Optional<Opening> around(Source source, int place) {
        Diagnostics unsaid = new Diagnostics();
        List<Word> words = Brackets.balance(Words.read(source, unsaid).visible(), unsaid);
        Deque<Open> open = new ArrayDeque<>();
        int depth = 0;
        int end = place;
        Optional<Word> last = Optional.empty();
        for (Word word : words) {
            Optional<Word> previous = last;
            last = Optional.of(word);
            boolean before = word.isInserted() ? word.start() < place : word.end() <= place;
            if (before) {
                if (word.closer().isPresent()) {
                    open.push(new Open(word, new ArrayList<>(), isCall(previous, word)));
                } else if (word.isCloser() && !open.isEmpty() && !isUnclosed(word, source, place)) {
                    open.pop();
                } else if (word.is(DynLexer.COMMA) && !open.isEmpty()) {
                    open.peek().commas().add(word.span());
                }
                continue;
            }
            depth += word.closer().isPresent() ? 1 : 0;
            if (word.isInserted() || depth == 0 && (word.isCloser() || word.is(DynLexer.COMMA, DynLexer.EOF))) {
                break;
            }
            depth -= word.isCloser() ? 1 : 0;
            end = word.end();
        }
        int until = end;
        return open.stream()
                .takeWhile(each -> !each.bracket().is(DynLexer.LBRACE))
                .filter(Open::called)
                .findFirst()
                .map(call -> new Opening(call.bracket().span(), call.commas(), until));
    }

    private static boolean isCall(Optional<Word> previous, Word bracket) {
        return bracket.is(DynLexer.LPAREN)
                && previous.filter(Word::isName)
                        .filter(word -> !word.is(
                                DynLexer.APPLY,
                                DynLexer.REQUIRE,
                                DynLexer.MOD,
                                DynLexer.THEN,
                                DynLexer.REPEAT,
                                DynLexer.IN))
                        .isPresent();
    }

    /** A bracket that was never closed is open up to the end of what was typed: its line, at the caret. */
    private static boolean isUnclosed(Word closer, Source source, int place) {
        return closer.isInserted()
                && source.text().substring(closer.end(), place).isBlank()
                && !source.text().substring(closer.end(), place).contains("\n");
    }
}
