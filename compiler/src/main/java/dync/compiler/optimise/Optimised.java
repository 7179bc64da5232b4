package dync.compiler.optimise;

import dync.compiler.graph.Graph;
import java.util.List;

/**
 * A graph after the passes.
 *
 * @param decisions what was done, one sentence each
 */
public record Optimised(Graph graph, List<String> decisions) {
    public Optimised {
        decisions = List.copyOf(decisions);
    }
}
