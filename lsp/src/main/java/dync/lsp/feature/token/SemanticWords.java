package dync.lsp.feature.token;

import dync.compiler.parse.Token;
import dync.compiler.source.Span;
import dync.lsp.feature.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Range;

/** The words of a text with what they are painted as, five numbers each, as the protocol wants them. */
public final class SemanticWords {
    private SemanticWords() {}

    /** All of the text. */
    public static List<Integer> of(Snapshot snapshot) {
        return in(snapshot, new Span(snapshot.source(), 0, snapshot.text().length()));
    }

    /** Those that touch a stretch of the text. */
    public static List<Integer> in(Snapshot snapshot, Span place) {
        Painter painter = new Painter(snapshot.index());
        List<Integer> data = new ArrayList<>();
        int line = 0;
        int character = 0;
        for (Token token : snapshot.analysis().tokens()) {
            boolean isWanted = token.span().start() < place.end()
                    && place.start() < token.span().end();
            Optional<Paint> paint = isWanted ? painter.paint(token) : Optional.empty();
            if (paint.isPresent()) {
                Range range = snapshot.range(token.span());
                int nextLine = range.getStart().getLine();
                int nextCharacter = range.getStart().getCharacter();
                data.add(nextLine - line);
                data.add(nextLine == line ? nextCharacter - character : nextCharacter);
                data.add(range.getEnd().getCharacter() - nextCharacter);
                data.add(paint.get().type().ordinal());
                data.add(paint.get().modifiers());
                line = nextLine;
                character = nextCharacter;
            }
        }
        return data;
    }
}
