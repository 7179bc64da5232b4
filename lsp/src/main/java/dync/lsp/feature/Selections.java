package dync.lsp.feature;

import dync.compiler.ast.Ast;
import dync.compiler.ast.Tree;
import dync.compiler.parse.Token;
import dync.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.SelectionRange;

/** What a selection grows to: the word, then what it is part of, up to the whole text. */
public final class Selections {
    private Selections() {}

    public static SelectionRange at(Snapshot snapshot, int offset) {
        List<Span> spans = new ArrayList<>(Tree.path(snapshot.index().module(), offset).stream()
                .map(Ast::span)
                .toList());
        snapshot.analysis().tokens().stream()
                .map(Token::span)
                .filter(span -> span.touches(offset))
                .reduce((first, second) -> second)
                .ifPresent(spans::add);
        Span around = new Span(snapshot.source(), 0, snapshot.text().length());
        SelectionRange selection = new SelectionRange(snapshot.range(around), null);
        for (Span span : spans) {
            boolean isInside = around.covers(span);
            if (isInside && !span.equals(around)) {
                selection = new SelectionRange(snapshot.range(span), selection);
                around = span;
            }
        }
        return selection;
    }
}
