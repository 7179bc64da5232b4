package dync.compiler.parse;

import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;

/** The words on their way to the parser; recovery may put in one that is missing. */
final class WordStream extends CommonTokenStream {
    WordStream(List<Word> words) {
        super(new ListTokenSource(words));
        fill();
    }

    /** The word {@code ahead} places ahead, 1 for the next; the last is the end of the file. */
    Word ahead(int ahead) {
        return (Word) LT(ahead);
    }

    Word previous() {
        return index() == 0 ? ahead(1) : (Word) get(index() - 1);
    }

    /** Puts a word before the one that is {@code ahead} places ahead. */
    void insert(int ahead, Word word) {
        int at = Math.min(index() + ahead - 1, tokens.size() - 1);
        tokens.add(at, word);
        for (int i = at; i < tokens.size(); i++) {
            ((Word) tokens.get(i)).setTokenIndex(i);
        }
    }
}
