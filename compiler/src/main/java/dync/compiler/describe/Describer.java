package dync.compiler.describe;

import dync.compiler.evaluate.Describe;
import dync.compiler.graph.Graph;
import dync.compiler.model.Model;
import java.util.ArrayList;
import java.util.List;

/** Makes the description of a model from its graph, as the author wrote it: before any pass has changed it. */
public final class Describer {
    private final Graph graph;
    private final Ownership ownership;
    private final Costs costs;
    private final Arrivals arrivals;

    private Describer(Graph graph) {
        this.graph = graph;
        this.ownership = new Ownership(graph);
        this.costs = new Costs(graph);
        this.arrivals = new Arrivals(graph);
    }

    public static Description describe(Graph graph) {
        return new Describer(graph).describe();
    }

    private Description describe() {
        Model model = graph.model();
        List<Description.Place> places = places();
        List<String> names = places.stream().map(Description.Place::name).toList();
        Model.Clock clock = model.clock();
        return new Description(
                model.name(),
                model.doc(),
                model.parameters().stream()
                        .map(parameter -> new Description.Setting(
                                parameter.name(), Describe.written(parameter.value()), parameter.origin()))
                        .toList(),
                new Description.Clock(clock.step(), clock.steps(), clock.idle(), clock.truncate()),
                places,
                new Wiring(graph, ownership, costs).connections(names),
                routes(),
                costs.of(graph.nodes()));
    }

    private List<Description.Place> places() {
        List<Description.Place> places = new ArrayList<>();
        for (Model.Input input : graph.model().inputs()) {
            graph.nodes().stream()
                    .filter(node -> node.name().equals(input.name()))
                    .forEach(node -> places.add(place(Description.Role.INPUT, input.name(), node.id())));
        }
        graph.areas().forEach((name, node) -> places.add(place(Description.Role.AREA, name, node)));
        graph.readouts().forEach((name, node) -> places.add(place(Description.Role.READOUT, name, node)));
        return places;
    }

    private Description.Place place(Description.Role role, String name, int node) {
        return new Description.Place(
                role, name, graph.node(node).shape(), costs.of(ownership.of(name)), arrivals.of(node));
    }

    private List<Description.Route> routes() {
        List<Description.Route> routes = new ArrayList<>();
        graph.readouts().forEach((name, answer) -> {
            List<Description.Visit> visits = new ArrayList<>();
            String last = "";
            for (int id : arrivals.route(answer)) {
                String place = Ownership.place(graph.node(id));
                if (!place.equals(last)) {
                    visits.add(new Description.Visit(place, arrivals.step(id)));
                    last = place;
                }
            }
            // an answer that is a state has no node of its own
            if (!visits.isEmpty() && !last.equals(name)) {
                visits.add(new Description.Visit(name, arrivals.step(answer)));
            }
            routes.add(new Description.Route(name, List.copyOf(visits)));
        });
        return routes;
    }
}
