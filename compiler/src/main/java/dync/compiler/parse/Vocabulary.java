package dync.compiler.parse;

import dync.grammar.DynLexer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.misc.IntervalSet;

/** What kinds of words there are. */
final class Vocabulary {
    /** The closed set of units. */
    static final List<String> UNITS = List.of("us", "ms", "s", "Hz", "kHz");

    private Vocabulary() {}

    /** How a keyword or symbol is written. */
    static String text(int type) {
        String literal = DynLexer.VOCABULARY.getLiteralName(type);
        if (literal == null) {
            return switch (type) {
                case DynLexer.NAME -> "name";
                case DynLexer.NUMBER -> "number";
                case DynLexer.STRING -> "\"text\"";
                case DynLexer.UNIT -> "unit";
                default -> "";
            };
        }
        return literal.substring(1, literal.length() - 1).replace("\\'", "'");
    }

    static boolean isKeyword(int type) {
        return type >= DynLexer.MODEL && type <= DynLexer.MOD;
    }

    static boolean isReserved(int type) {
        return type >= DynLexer.IF && type <= DynLexer.NONE;
    }

    static boolean isName(int type) {
        return type == DynLexer.NAME || isKeyword(type) && !isReserved(type);
    }

    /** Whether an operand may end with it. */
    static boolean endsValue(int type) {
        return switch (type) {
            case DynLexer.MOD, DynLexer.THEN, DynLexer.FROM, DynLexer.USING -> false;
            case DynLexer.NUMBER,
                    DynLexer.UNIT,
                    DynLexer.STRING,
                    DynLexer.TRUE,
                    DynLexer.FALSE,
                    DynLexer.NONE,
                    DynLexer.RPAREN,
                    DynLexer.RBRACKET,
                    DynLexer.QUESTION -> true;
            default -> isName(type);
        };
    }

    /** Whether an operand may begin with it and nothing else can. */
    static boolean beginsValue(int type) {
        return switch (type) {
            case DynLexer.MOD, DynLexer.THEN, DynLexer.FROM, DynLexer.USING -> false;
            case DynLexer.NUMBER,
                    DynLexer.STRING,
                    DynLexer.TRUE,
                    DynLexer.FALSE,
                    DynLexer.NONE,
                    DynLexer.NOT,
                    DynLexer.IF,
                    DynLexer.AT -> true;
            default -> isName(type);
        };
    }

    /** Whether a statement may begin with this keyword. */
    static boolean beginsStatement(int type) {
        return switch (type) {
            case DynLexer.FROM, DynLexer.THEN, DynLexer.IN, DynLexer.USING, DynLexer.MOD -> false;
            case DynLexer.IF -> true;
            default -> isKeyword(type) && !isReserved(type);
        };
    }

    /** The keywords among some types, as they are written. */
    static List<String> keywords(IntervalSet types) {
        List<String> words = new ArrayList<>();
        for (int type : types.toArray()) {
            if (isKeyword(type)) {
                words.add(text(type));
            }
        }
        return words;
    }

    /** The type of a keyword. */
    static int keyword(String text) {
        for (int type = DynLexer.MODEL; type <= DynLexer.MOD; type++) {
            if (text(type).equals(text)) {
                return type;
            }
        }
        throw new IllegalArgumentException(text + " is no keyword");
    }
}
