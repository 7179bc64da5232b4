package dync.compiler.parse;

import dync.compiler.source.Source;
import dync.compiler.source.Span;
import dync.grammar.DynLexer;
import java.util.Optional;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;

/** A token that knows how it stands among others, which recovery goes by. */
final class Word extends CommonToken {
    private final transient Source file;
    private int depth;
    private boolean firstOfLine;
    private boolean inserted;
    private boolean muted;

    Word(Source file, Pair<TokenSource, CharStream> origin, int type, int channel, int start, int stop) {
        super(origin, type, channel, start, stop);
        this.file = file;
    }

    /** A token that should stand after another one and does not. */
    static Word insertedAfter(Word previous, int type) {
        int at = previous.end();
        Word word = new Word(previous.file, previous.source, type, DEFAULT_CHANNEL, at, at - 1);
        word.setText(Vocabulary.text(type));
        word.setLine(previous.getLine());
        word.setCharPositionInLine(previous.getCharPositionInLine() + at - previous.getStartIndex());
        word.depth = previous.depth;
        word.inserted = true;
        return word;
    }

    int start() {
        return getStartIndex();
    }

    int end() {
        return Math.max(getStartIndex(), getStopIndex() + 1);
    }

    Span span() {
        return new Span(file, start(), end());
    }

    /** Whether no space stands between the two. */
    boolean touches(Word next) {
        return end() == next.start();
    }

    boolean sameLine(Word other) {
        return getLine() == other.getLine();
    }

    boolean is(int type) {
        return getType() == type;
    }

    boolean is(int first, int... more) {
        if (getType() == first) {
            return true;
        }
        for (int type : more) {
            if (getType() == type) {
                return true;
            }
        }
        return false;
    }

    /** A name, or a keyword where names may stand. */
    boolean isName() {
        return Vocabulary.isName(getType());
    }

    /** A line's end, or a file's, which has no text that could be pointed at. */
    boolean isInvisible() {
        return inserted || getType() == DynLexer.EOF;
    }

    /** The closing bracket's type, for an opening bracket. */
    Optional<Integer> closer() {
        return switch (getType()) {
            case DynLexer.LPAREN -> Optional.of(DynLexer.RPAREN);
            case DynLexer.LBRACKET -> Optional.of(DynLexer.RBRACKET);
            case DynLexer.LBRACE -> Optional.of(DynLexer.RBRACE);
            default -> Optional.empty();
        };
    }

    boolean isCloser() {
        return is(DynLexer.RPAREN, DynLexer.RBRACKET, DynLexer.RBRACE);
    }

    /** How many brackets are open around it; both brackets of a pair stand outside of it. */
    int depth() {
        return depth;
    }

    void setDepth(int depth) {
        this.depth = depth;
    }

    boolean isFirstOfLine() {
        return firstOfLine;
    }

    void setFirstOfLine(boolean firstOfLine) {
        this.firstOfLine = firstOfLine;
    }

    boolean isInserted() {
        return inserted;
    }

    /** Whether a mistake around it has been told, so that what follows from it stays untold. */
    boolean isMuted() {
        return muted;
    }

    void mute() {
        muted = true;
    }
}
