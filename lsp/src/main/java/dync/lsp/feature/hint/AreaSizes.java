package dync.lsp.feature.hint;

import dync.compiler.ast.Declaration;
import dync.compiler.ast.Item;
import dync.compiler.describe.Description;
import dync.compiler.describe.Figures;
import dync.compiler.graph.Graph;
import dync.compiler.graph.Node;
import dync.compiler.graph.Op;
import dync.lsp.analysis.Analysis;
import dync.lsp.analysis.Built;
import dync.lsp.analysis.Place;
import dync.lsp.feature.Summary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Behind the head of an area: how many values of it training may change; from a template also its shape. */
final class AreaSizes {
    private AreaSizes() {}

    static List<Hint> of(Analysis analysis) {
        List<Hint> hints = new ArrayList<>();
        for (Declaration declaration : analysis.index().module().declarations()) {
            Optional<Graph> graph = declaration instanceof Declaration.Model
                    ? analysis.model(declaration.name().text()).flatMap(Built::graph)
                    : Optional.empty();
            graph.ifPresent(built -> {
                Map<String, Long> sizes = sizes(built);
                Place.of((Declaration.Model) declaration).stream()
                        .filter(place -> place.role() == Description.Role.AREA)
                        .forEach(place -> hint(place, built, sizes).ifPresent(hints::add));
            });
        }
        return hints;
    }

    private static Optional<Hint> hint(Place place, Graph graph, Map<String, Long> sizes) {
        Item.Area area = (Item.Area) place.item();
        Optional<Integer> state = Optional.ofNullable(graph.areas().get(place.name()));
        return state.map(node -> {
            long parameters = sizes.getOrDefault(place.name(), 0L);
            String size = Summary.parameters(parameters);
            String label = area.template().isPresent() ? graph.node(node).shape() + ", " + size : size;
            int behind = area.template()
                    .map(call -> call.span().end())
                    .orElse(place.selection().end());
            return Hint.behind(behind, label, List.of(Figures.of(parameters, "parameter")));
        });
    }

    private static Map<String, Long> sizes(Graph graph) {
        Map<String, Long> sizes = new HashMap<>();
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Weight weight && weight.spec().trainable()) {
                String area = node.name().split("\\.", 2)[0];
                sizes.merge(area, weight.spec().shape().count(), Long::sum);
            }
        }
        return sizes;
    }
}
