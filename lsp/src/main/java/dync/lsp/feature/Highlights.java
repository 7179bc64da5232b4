package dync.lsp.feature;

import dync.compiler.ast.Ast;
import dync.compiler.ast.Item;
import dync.compiler.ast.Name;
import dync.compiler.ast.Tree;
import dync.compiler.value.Wanted;
import dync.lsp.analysis.Index;
import dync.lsp.analysis.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.Position;

/** The places in a text that name the same thing: those that give it something, and those that take it. */
public final class Highlights {
    private Highlights() {}

    public static List<DocumentHighlight> of(Snapshot snapshot, Position position) {
        Index index = snapshot.index();
        Optional<Symbol> symbol = index.symbolAt(snapshot.offset(position));
        if (symbol.isEmpty()) {
            return List.of();
        }
        Occurrences here = Occurrences.in(snapshot.document(), index, symbol.get());
        List<DocumentHighlight> highlights = new ArrayList<>();
        here.all()
                .forEach(name -> highlights.add(new DocumentHighlight(
                        snapshot.range(name.span()),
                        here.declared().contains(name) || isGiven(index, name)
                                ? DocumentHighlightKind.Write
                                : DocumentHighlightKind.Read)));
        return highlights;
    }

    /** Whether a parameter gets its value there, or an area a wire. */
    private static boolean isGiven(Index index, Name name) {
        int offset = name.span().start();
        if (index.useAt(offset)
                .filter(use -> use.lookup().wanted() instanceof Wanted.ArgumentName)
                .isPresent()) {
            return true;
        }
        for (Ast node : Tree.path(index.module(), offset)) {
            if (node instanceof Item.Wire wire) {
                return wire.target().equals(name);
            }
        }
        return false;
    }
}
