package dync.lsp.feature;

import dync.lsp.analysis.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;

/** Everywhere that a name is referred to, in all texts that are open or in a folder of the client's. */
public final class References {
    private References() {}

    /**
     * @param declaration whether the declaration is wanted as well
     * @throws java.util.concurrent.CancellationException when {@code abandoned} holds
     */
    public static List<Location> of(
            Snapshot snapshot, Position position, boolean declaration, BooleanSupplier abandoned) {
        Optional<Symbol> symbol = snapshot.index().symbolAt(snapshot.offset(position));
        if (symbol.isEmpty()) {
            return List.of();
        }
        return Occurrences.of(snapshot, symbol.get(), abandoned).stream()
                .flatMap(text -> (declaration ? text.all() : text.used()).stream())
                .map(name -> snapshot.location(name.span()))
                .toList();
    }
}
