package dync.compiler.plan;

import dync.compiler.graph.Graph;
import dync.compiler.graph.Node;
import dync.compiler.optimise.Optimised;
import dync.compiler.optimise.Optimiser;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Decides when each node runs. The graph has been checked: every loop has a delay. */
public final class Planner {
    private Planner() {}

    /** A plan of the given kind. */
    public static Plan plan(Graph graph, PlanKind kind) {
        if (kind == PlanKind.OPTIMISED) {
            Optimised optimised = Optimiser.optimise(graph);
            return new Scheduler(optimised.graph(), optimised.decisions()).schedule();
        }
        List<Node> order = Ordering.of(graph);
        return new Plan(
                PlanKind.REFERENCE,
                graph,
                List.of(new Section.Tile(order)),
                Memory.of(graph, List.of(new Section.Tile(order))),
                1,
                new TreeSet<>(),
                Map.of(),
                List.of());
    }
}
