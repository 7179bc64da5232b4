package dync.lsp.feature;

import dync.compiler.ast.Name;
import dync.compiler.source.Span;
import dync.lsp.analysis.Symbol;
import java.util.List;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * Where a name leads.
 *
 * @param all the whole declaration
 * @param name the name in it
 */
record Goal(Span all, Span name) {

    static Goal of(Symbol symbol) {
        return new Goal(symbol.node().span(), symbol.name().span());
    }

    /** In the form that the client takes. */
    static Either<List<? extends Location>, List<? extends LocationLink>> answer(
            Snapshot snapshot, Name from, List<Goal> goals, boolean links) {
        return links
                ? Either.forRight(
                        goals.stream().map(goal -> goal.link(snapshot, from)).toList())
                : Either.forLeft(goals.stream()
                        .map(goal -> snapshot.location(goal.name()))
                        .toList());
    }

    private LocationLink link(Snapshot snapshot, Name from) {
        Location target = snapshot.location(name);
        return new LocationLink(
                target.getUri(),
                snapshot.location(all.to(name)).getRange(),
                target.getRange(),
                snapshot.range(from.span()));
    }
}
