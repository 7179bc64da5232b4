package dync.compiler.parse;

import dync.compiler.diagnostic.Diagnostics;
import dync.compiler.source.Source;
import dync.grammar.DynLexer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;

/**
 * The words of a text, ready for the parser: without spaces and comments, with mistakes inside of words reported and
 * mended.
 *
 * @param visible the words; the last is the end of the file
 * @param docs the doc comment before a word, by the offset of the word
 * @param comments every comment, doc comments too
 */
record Words(List<Word> visible, Map<Integer, String> docs, List<Word> comments) {

    static Words read(Source source, Diagnostics diagnostics) {
        DynLexer lexer = new DynLexer(new Utf16CharStream(source));
        lexer.removeErrorListeners();
        lexer.setTokenFactory(new Factory(source));
        List<Word> visible = new ArrayList<>();
        Map<Integer, String> docs = new HashMap<>();
        List<Word> comments = new ArrayList<>();
        StringBuilder doc = new StringBuilder();
        int line = 0;
        Word word;
        do {
            word = (Word) lexer.nextToken();
            if (word.is(DynLexer.DOC, DynLexer.COMMENT)) {
                comments.add(word);
            }
            if (word.is(DynLexer.DOC) && word.getLine() != line) {
                doc.append(doc.isEmpty() ? "" : "\n")
                        .append(word.getText().substring(3).strip());
            } else if (word.is(DynLexer.FOREIGN_COMMENT)) {
                ForeignNotation.reportComment(word, diagnostics);
            } else if (word.getChannel() == Token.DEFAULT_CHANNEL) {
                word.setFirstOfLine(word.getLine() != line);
                line = word.getLine();
                if (!doc.isEmpty()) {
                    docs.put(word.start(), doc.toString());
                    doc.setLength(0);
                }
                visible.add(word);
            }
        } while (!word.is(DynLexer.EOF));
        List<Word> mended = new Numbers(diagnostics).mend(new ForeignNotation(diagnostics).mend(visible));
        return new Words(mended, docs, comments);
    }

    private record Factory(Source file) implements TokenFactory<CommonToken> {
        @Override
        public CommonToken create(
                Pair<TokenSource, CharStream> source,
                int type,
                String text,
                int channel,
                int start,
                int stop,
                int line,
                int column) {
            Word word = new Word(file, source, type, channel, start, stop);
            word.setLine(line);
            word.setCharPositionInLine(column);
            return word;
        }

        @Override
        public CommonToken create(int type, String text) {
            throw new UnsupportedOperationException("a word stands in a text");
        }
    }
}
