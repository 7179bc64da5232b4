package dync.compiler.mistakes;

import dync.grammar.DynLexer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;

/** The words of a text, with what a mistake needs to know about each. Words are meant by their index. */
final class Words {
    private static final Set<Integer> DECLARING = Set.of(
            DynLexer.MODEL,
            DynLexer.AREA,
            DynLexer.BLOCK,
            DynLexer.CONNECTION,
            DynLexer.DYNAMICS,
            DynLexer.SOLVER,
            DynLexer.FN,
            DynLexer.CONST,
            DynLexer.LET,
            DynLexer.WEIGHT,
            DynLexer.READOUT,
            DynLexer.INPUT,
            DynLexer.FOR);

    final String text;
    private final List<Token> words = new ArrayList<>();
    private final Map<Integer, Integer> partner = new HashMap<>();
    private final Map<Integer, Integer> opener = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    Words(String text) {
        this.text = text;
        DynLexer lexer = new DynLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        lexer.getAllTokens().stream().filter(token -> token.getChannel() == 0).forEach(words::add);
        pair();
        for (int i = 0; i < words.size(); i++) {
            if (is(i, DynLexer.NAME)) {
                names.add(text(i));
            }
            if (isParameter(i) && is(i + 1, DynLexer.COLON)) {
                types.put(text(i), text(i + 2));
            }
        }
    }

    private void pair() {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < words.size(); i++) {
            if (is(i, DynLexer.RPAREN, DynLexer.RBRACKET, DynLexer.RBRACE)) {
                partner.put(open.peek(), i);
                partner.put(i, open.pop());
            }
            opener.put(i, open.isEmpty() ? -1 : open.peek());
            if (is(i, DynLexer.LPAREN, DynLexer.LBRACKET, DynLexer.LBRACE)) {
                open.push(i);
            }
        }
    }

    int size() {
        return words.size();
    }

    boolean is(int at, int... types) {
        if (at < 0 || at >= words.size()) {
            return false;
        }
        for (int type : types) {
            if (words.get(at).getType() == type) {
                return true;
            }
        }
        return false;
    }

    String text(int at) {
        return at < 0 || at >= words.size() ? "" : words.get(at).getText();
    }

    int line(int at) {
        return words.get(at).getLine();
    }

    int start(int at) {
        return words.get(at).getStartIndex();
    }

    int end(int at) {
        return words.get(at).getStopIndex() + 1;
    }

    boolean isFirstOfLine(int at) {
        return at == 0 || line(at - 1) < line(at);
    }

    /** The bracket that belongs to a bracket. */
    int partner(int bracket) {
        return partner.get(bracket);
    }

    /** The bracket that is open around a word, or -1. */
    int opener(int at) {
        return opener.getOrDefault(at, -1);
    }

    /** Whether a word is declared where it stands. */
    boolean isDeclared(int at) {
        return is(at, DynLexer.NAME)
                        && at > 0
                        && DECLARING.contains(words.get(at - 1).getType())
                || isParameter(at);
    }

    /** Whether it is the name of a parameter. */
    boolean isParameter(int at) {
        return isParameters(opener(at)) && (is(at - 1, DynLexer.LPAREN, DynLexer.COMMA) || is(at - 1, DynLexer.RPAREN));
    }

    /** Whether a bracket opens the parameters of a declaration. */
    boolean isParameters(int open) {
        return is(open, DynLexer.LPAREN)
                && is(
                        open - 2,
                        DynLexer.MODEL,
                        DynLexer.AREA,
                        DynLexer.BLOCK,
                        DynLexer.CONNECTION,
                        DynLexer.DYNAMICS,
                        DynLexer.FN);
    }

    /** Whether a bracket opens arguments. */
    boolean isArguments(int open) {
        return is(open, DynLexer.LPAREN)
                && !isParameters(open)
                && text(open - 1).matches("\\w+")
                && !is(open - 2, DynLexer.AT);
    }

    /** Whether it names an argument. */
    boolean isArgumentName(int at) {
        return isArguments(opener(at)) && is(at + 1, DynLexer.ASSIGN) && is(at - 1, DynLexer.LPAREN, DynLexer.COMMA);
    }

    /** Whether an argument or a parameter's default consists of this word alone. */
    boolean isWholeValue(int at) {
        return is(at - 1, DynLexer.LPAREN, DynLexer.COMMA, DynLexer.ASSIGN)
                && is(at + 1, DynLexer.COMMA, DynLexer.RPAREN)
                && is(opener(at), DynLexer.LPAREN)
                && !is(opener(at) - 2, DynLexer.AT);
    }

    /** The name of the argument that a word is the value of; empty for one by place. */
    String argument(int at) {
        return is(at - 1, DynLexer.ASSIGN) ? text(at - 2) : "";
    }

    /** What a value is of, as far as its word tells. */
    String type(int at) {
        if (is(at, DynLexer.NUMBER)) {
            return is(at + 1, DynLexer.NAME) && line(at) == line(at + 1)
                    ? "time"
                    : text(at).matches("\\d+") ? "int" : "float";
        }
        return is(at, DynLexer.TRUE, DynLexer.FALSE) ? "bool" : types.getOrDefault(text(at), "");
    }

    /** The lines on which a name stands. */
    Set<Integer> lines(String name) {
        Set<Integer> lines = new HashSet<>();
        for (int i = 0; i < size(); i++) {
            if (text(i).equals(name)) {
                lines.add(line(i));
            }
        }
        return lines;
    }

    /** A name like another that the text does not have. */
    String misspelled(String name) {
        String swapped = name.length() < 4 || name.charAt(1) == name.charAt(2)
                ? name + "q"
                : "" + name.charAt(0) + name.charAt(2) + name.charAt(1) + name.substring(3);
        return names.contains(swapped) ? name + "q" : swapped;
    }

    Mistake replaced(int at, String by) {
        return new Mistake(start(at), end(at), by, Mistake.lines(line(at)));
    }

    Mistake removed(int from, int to, Set<Integer> lines) {
        return new Mistake(start(from), end(to), "", lines);
    }
}
