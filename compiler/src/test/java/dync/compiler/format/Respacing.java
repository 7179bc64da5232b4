package dync.compiler.format;

import dync.grammar.DynLexer;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;

/** Writes the words of a text with other spaces between them. The same seed writes the same. */
final class Respacing {
    private static final Set<Integer> PUNCTUATION = Set.of(
            DynLexer.LPAREN,
            DynLexer.RPAREN,
            DynLexer.LBRACKET,
            DynLexer.RBRACKET,
            DynLexer.LBRACE,
            DynLexer.RBRACE,
            DynLexer.COMMA);

    private final Random random;
    private final List<? extends Token> tokens;

    private Respacing(String text, long seed) {
        DynLexer lexer = new DynLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        this.tokens = lexer.getAllTokens();
        this.random = new Random(seed);
    }

    /** Lines begin and end where they did, and an empty line stands where one stood. */
    static String inLines(String text, long seed) {
        Respacing respacing = new Respacing(text, seed);
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < respacing.tokens.size(); i++) {
            Token token = respacing.tokens.get(i);
            if (token.getType() != DynLexer.SPACE) {
                result.append(token.getText());
                continue;
            }
            long lines = token.getText().chars().filter(c -> c == '\n').count();
            if (lines > 0) {
                for (long line = lines > 1 ? 2 + respacing.random.nextInt(3) : 1; line > 0; line--) {
                    result.append(respacing.blanks(0)).append('\n');
                }
                result.append(respacing.blanks(0));
            } else {
                result.append(respacing.blanks(respacing.mayTouch(i) ? 0 : 1));
            }
        }
        return result.toString();
    }

    /** New lines and comments stand anywhere. */
    static String anywhere(String text, long seed) {
        Respacing respacing = new Respacing(text, seed);
        StringBuilder result = new StringBuilder();
        for (Token token : respacing.tokens) {
            result.append(token.getText());
            boolean comment = token.getType() == DynLexer.DOC || token.getType() == DynLexer.COMMENT;
            switch (respacing.random.nextInt(comment ? 1_000 : 60)) {
                case 0 -> result.append('\n');
                case 1 -> result.append("\n\n\n");
                case 2 -> result.append(" // a remark\n");
                case 3 -> result.append("\n //one that stands alone\n");
                case 4 -> result.append(respacing.random.nextInt(8) == 0 ? "\n /// a doc comment\n" : "   ");
                default -> {}
            }
        }
        return result.toString();
    }

    private boolean mayTouch(int at) {
        return at > 0 && PUNCTUATION.contains(tokens.get(at - 1).getType())
                || at + 1 < tokens.size()
                        && PUNCTUATION.contains(tokens.get(at + 1).getType());
    }

    private String blanks(int least) {
        String blanks = " ".repeat(least + random.nextInt(4));
        return random.nextInt(20) == 0 ? blanks + "\t" : blanks;
    }
}
