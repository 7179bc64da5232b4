package dync.compiler.plan;

import dync.compiler.graph.Graph;
import dync.compiler.graph.Node;
import dync.compiler.graph.Op;
import dync.compiler.graph.Operand;
import dync.compiler.graph.Presence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often the value of each node can change. */
final class Reach {

    /** From what never changes to what changes at every step. */
    enum Extent {
        ONCE,
        SEEN,
        SEEN_TRAINING,
        TIMED
    }

    private final Map<Integer, Extent> extents = new HashMap<>();

    private Reach() {}

    /** @param order of one step, so that what a node reads comes before it */
    static Reach of(Graph graph, List<Node> order) {
        Reach reach = new Reach();
        order.forEach(node -> reach.extents.put(node.id(), reach.judge(node, graph)));
        return reach;
    }

    Extent extent(Node node) {
        return extents.get(node.id());
    }

    private Extent judge(Node node, Graph graph) {
        if (!node.presence().equals(new Presence(0)) || graph.held().contains(node.id())) {
            return Extent.TIMED;
        }
        Extent extent = node.op() instanceof Op.Stimulus ? Extent.SEEN : Extent.ONCE;
        for (Operand.Read read : node.reads()) {
            extent = max(extent, extentOf(read, graph));
        }
        return extent == Extent.TIMED || !node.dependsOnTraining() ? extent : max(extent, Extent.SEEN_TRAINING);
    }

    private Extent extentOf(Operand.Read read, Graph graph) {
        if (read.delay() > 0) {
            return Extent.TIMED;
        }
        return graph.node(read.node()).isWeight() ? Extent.ONCE : extents.get(read.node());
    }

    private static Extent max(Extent a, Extent b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
