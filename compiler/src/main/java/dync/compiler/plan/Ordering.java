package dync.compiler.plan;

import dync.compiler.graph.Graph;
import dync.compiler.graph.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The order of a step: each node after those that it reads in the same step. Every loop has a delay. */
final class Ordering {
    private Ordering() {}

    /** All nodes but the weights. */
    static List<Node> of(Graph graph) {
        List<Node> order = new ArrayList<>();
        boolean[] done = new boolean[graph.nodes().size()];
        for (Node root : graph.nodes()) {
            visit(root, graph, done, order);
        }
        return order;
    }

    /** Depth first without recursion: a deep residual network has thousands of nodes in a row. */
    private static void visit(Node root, Graph graph, boolean[] done, List<Node> order) {
        Deque<Node> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Node node = open.peek();
            List<Node> before = node.reads().stream()
                    .filter(read -> read.delay() == 0 && !done[read.node()])
                    .map(read -> graph.node(read.node()))
                    .toList();
            if (!before.isEmpty()) {
                // the first operand is computed first
                for (int i = before.size() - 1; i >= 0; i--) {
                    open.push(before.get(i));
                }
                continue;
            }
            open.pop();
            if (!done[node.id()]) {
                done[node.id()] = true;
                if (!node.isWeight()) {
                    order.add(node);
                }
            }
        }
    }
}
