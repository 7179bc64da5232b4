package dync.compiler.parse;

import dync.compiler.source.Span;
import dync.grammar.DynParser.ModuleContext;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * A text as the grammar sees it.
 *
 * @param tree the parse tree; words that recovery put in stand in it too
 * @param comments every comment and doc comment, in order
 */
public record Concrete(ModuleContext tree, List<Span> comments) {

    public Concrete {
        comments = List.copyOf(comments);
    }

    /** Whether a word stands in the text, rather than being put in by recovery. */
    public static boolean isWritten(Token word) {
        return word.getStopIndex() >= word.getStartIndex();
    }
}
