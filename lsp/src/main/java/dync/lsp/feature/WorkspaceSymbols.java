package dync.lsp.feature;

import com.google.gson.JsonPrimitive;
import dync.compiler.source.Source;
import dync.lsp.Ability;
import dync.lsp.Client;
import dync.lsp.analysis.Outlines;
import dync.lsp.analysis.Workspace;
import dync.lsp.document.Abandoned;
import dync.lsp.document.Document;
import dync.lsp.document.StandardLibrary;
import dync.lsp.text.Positions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolLocation;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Declarations by a part of their name: in open texts, in the client's folders, and in the standard library. */
public final class WorkspaceSymbols {
    private static final int MOST = 256;

    private record Found(Outlines.Entry entry, int distance) {}

    private WorkspaceSymbols() {}

    /**
     * The best matches, best first.
     *
     * @throws CancellationException when {@code abandoned} holds
     */
    public static List<WorkspaceSymbol> of(
            Workspace workspace, Client client, String query, BooleanSupplier abandoned) {
        List<Found> found = new ArrayList<>();
        for (Source source : sources(workspace, abandoned).values()) {
            Abandoned.stopIf(abandoned);
            for (Outlines.Entry entry : workspace.outlines().of(source)) {
                Match.distance(query, entry.name()).ifPresent(distance -> found.add(new Found(entry, distance)));
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Found::distance)
                        .thenComparing(each -> each.entry().place().source().isStandard())
                        .thenComparing(each -> each.entry().name())
                        .thenComparing(each -> each.entry().place().source().name()))
                .limit(MOST)
                .map(each -> symbol(workspace, client, each.entry()))
                .toList();
    }

    private static Map<String, Source> sources(Workspace workspace, BooleanSupplier abandoned) {
        Map<String, Source> sources = new LinkedHashMap<>();
        workspace.documents().all().stream()
                .map(Document::source)
                .forEach(source -> sources.put(source.name(), source));
        workspace
                .documents()
                .folders()
                .sources(abandoned)
                .forEach(source -> sources.putIfAbsent(source.name(), source));
        StandardLibrary.sources().forEach(source -> sources.putIfAbsent(source.name(), source));
        return sources;
    }

    private static WorkspaceSymbol symbol(Workspace workspace, Client client, Outlines.Entry entry) {
        Source source = entry.place().source();
        String uri = workspace.documents().uri(source);
        boolean lazily = client.can(Ability.LAZY_SYMBOLS);
        WorkspaceSymbol symbol = new WorkspaceSymbol(
                entry.name(),
                Kinds.of(entry.kind()),
                lazily
                        ? Either.forRight(new WorkspaceSymbolLocation(uri))
                        : Either.forLeft(
                                new Location(uri, new Positions(source, client.encoding()).range(entry.place()))),
                entry.container().orElse(null));
        if (lazily) {
            symbol.setData(new JsonPrimitive(entry.place().start()));
        }
        return symbol;
    }

    /**
     * The same symbol with its place in the text as it is now.
     *
     * @throws CancellationException when {@code abandoned} holds
     */
    public static WorkspaceSymbol resolved(
            Workspace workspace, Client client, WorkspaceSymbol symbol, BooleanSupplier abandoned) {
        if (symbol.getLocation() == null || symbol.getLocation().isLeft()) {
            return symbol;
        }
        String uri = symbol.getLocation().getRight().getUri();
        int before = symbol.getData() instanceof JsonPrimitive number && number.isNumber() ? number.getAsInt() : 0;
        Optional<Outlines.Entry> entry = sources(workspace, abandoned).values().stream()
                .filter(source -> workspace.documents().uri(source).equals(uri))
                .flatMap(source -> workspace.outlines().of(source).stream())
                .filter(each -> each.name().equals(symbol.getName())
                        && Kinds.of(each.kind()) == symbol.getKind()
                        && each.container().equals(Optional.ofNullable(symbol.getContainerName())))
                .min(Comparator.comparingInt(each -> Math.abs(each.place().start() - before)));
        entry.ifPresent(each -> symbol.setLocation(Either.forLeft(
                new Location(uri, new Positions(each.place().source(), client.encoding()).range(each.place())))));
        return symbol;
    }
}
