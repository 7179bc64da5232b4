package dync.compiler.optimise;

import dync.compiler.graph.Graph;
import java.util.ArrayList;
import java.util.List;

/** Runs the passes in their order. */
public final class Optimiser {
    private static final List<Pass> PASSES =
            List.of(new DropIdentities(), new ResampleFirst(), new CollapseAffine(), new ShareEqual());

    private Optimiser() {}

    /** The graph with the same readouts, areas and probes, computed with less. */
    public static Optimised optimise(Graph graph) {
        Graph current = graph;
        List<String> decisions = new ArrayList<>();
        for (Pass pass : PASSES) {
            Rewrite rewrite = new Rewrite(current);
            pass.apply(rewrite);
            current = rewrite.finish();
            decisions.addAll(rewrite.notes());
        }
        return new Optimised(current, decisions);
    }
}
