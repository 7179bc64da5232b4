package dync.lsp.feature;

import com.google.gson.JsonPrimitive;
import dync.compiler.ast.Declaration;
import dync.compiler.describe.Description;
import dync.compiler.source.Span;
import dync.compiler.value.Wanted;
import dync.lsp.analysis.Connectivity;
import dync.lsp.analysis.Link;
import dync.lsp.analysis.Place;
import dync.lsp.analysis.Symbol;
import dync.lsp.analysis.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCall;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;

/** The call hierarchy of a model: who drives an area, and whom it drives. */
public final class Connections {
    private final Snapshot snapshot;

    private Connections(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** The input, area or readout whose name stands at a place; empty elsewhere. */
    public static List<CallHierarchyItem> prepare(Snapshot snapshot, int offset) {
        Connections connections = new Connections(snapshot);
        return connections
                .placeAt(offset)
                .map(place -> connections.item(place, connections.shape(place)))
                .map(List::of)
                .orElse(List.of());
    }

    /** Who drives it: feedforward, by skips and feedbacks, and by its own past. */
    public static List<CallHierarchyIncomingCall> incoming(Snapshot snapshot, CallHierarchyItem item) {
        Connections connections = new Connections(snapshot);
        List<CallHierarchyIncomingCall> calls = new ArrayList<>();
        connections
                .ends(item, Link::target, Link::source)
                .forEach((end, links) -> calls.add(new CallHierarchyIncomingCall(
                        connections.item(end, details(links)), connections.ranges(links))));
        return calls;
    }

    /** Whom it drives. */
    public static List<CallHierarchyOutgoingCall> outgoing(Snapshot snapshot, CallHierarchyItem item) {
        Connections connections = new Connections(snapshot);
        List<CallHierarchyOutgoingCall> calls = new ArrayList<>();
        connections
                .ends(item, Link::source, Link::target)
                .forEach((end, links) -> calls.add(new CallHierarchyOutgoingCall(
                        connections.item(end, details(links)), connections.ranges(links))));
        return calls;
    }

    /** The places at the other ends of the links of an item, with the links. */
    private Map<Place, List<Link>> ends(
            CallHierarchyItem item, Function<Link, String> own, Function<Link, String> other) {
        Map<Place, List<Link>> ends = new LinkedHashMap<>();
        model(item).ifPresent(model -> {
            List<Place> places = Place.of(model);
            for (Link link : Connectivity.of(snapshot.analysis(), model)) {
                if (own.apply(link).equals(item.getName())) {
                    places.stream()
                            .filter(place -> place.name().equals(other.apply(link)))
                            .findFirst()
                            .ifPresent(place -> ends.computeIfAbsent(place, key -> new ArrayList<>())
                                    .add(link));
                }
            }
        });
        return ends;
    }

    private static String details(List<Link> links) {
        return links.stream().map(Link::detail).collect(Collectors.joining("; "));
    }

    private List<Range> ranges(List<Link> links) {
        return links.stream().map(Link::stated).map(snapshot::range).toList();
    }

    private Optional<Place> placeAt(int offset) {
        Optional<Span> declared =
                snapshot.index().symbolAt(offset).map(Symbol::name).map(name -> name.span());
        Optional<Use> use = snapshot.index().useAt(offset);
        return models().stream()
                .flatMap(model -> Place.of(model).stream())
                .filter(place ->
                        declared.isPresent() ? place.selection().equals(declared.get()) : isUnnamed(place, use, offset))
                .findFirst();
    }

    /** An input without a name stands for itself, and is referred to by the keyword. */
    private static boolean isUnnamed(Place place, Optional<Use> use, int offset) {
        boolean isHere = place.selection().touches(offset);
        boolean isMeant = use.filter(each -> each.lookup().wanted() instanceof Wanted.Area)
                .filter(each -> each.name().text().equals(place.name()))
                .filter(each -> place.model().span().covers(each.name().span()))
                .isPresent();
        return place.role() == Description.Role.INPUT && (isHere || isMeant);
    }

    private List<Declaration.Model> models() {
        return snapshot.index().module().declarations().stream()
                .filter(Declaration.Model.class::isInstance)
                .map(Declaration.Model.class::cast)
                .toList();
    }

    /** The model of an item that the client has kept; it comes back as it was sent, or as JSON. */
    private Optional<Declaration.Model> model(CallHierarchyItem item) {
        String name =
                item.getData() instanceof JsonPrimitive json ? json.getAsString() : String.valueOf(item.getData());
        return models().stream()
                .filter(model -> model.name().text().equals(name))
                .findFirst();
    }

    private CallHierarchyItem item(Place place, String detail) {
        CallHierarchyItem item = new CallHierarchyItem(
                place.name(),
                switch (place.role()) {
                    case INPUT -> SymbolKind.Event;
                    case AREA -> SymbolKind.Class;
                    case READOUT -> SymbolKind.Interface;
                },
                snapshot.document().uri(),
                snapshot.range(place.item().span()),
                snapshot.range(place.selection()));
        item.setDetail(detail);
        item.setData(place.model().name().text());
        return item;
    }

    private String shape(Place place) {
        String model = place.model().name().text();
        return snapshot.analysis()
                .model(model)
                .flatMap(built -> built.description())
                .flatMap(description -> description.place(place.name()))
                .map(known -> known.shape() + " in " + model)
                .orElse(model);
    }
}
