package dync.compiler.plan;

import dync.compiler.graph.Graph;
import dync.compiler.graph.Node;
import dync.compiler.graph.Operand;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Orders the nodes of a step. The graph has been checked: every loop has a delay. */
public final class Planner {
    private Planner() {}

    /** The reference plan of a graph. */
    public static Plan plan(Graph graph) {
        Map<Integer, Integer> memory = new HashMap<>();
        for (Node node : graph.nodes()) {
            for (Operand.Read read : node.reads()) {
                if (read.delay() > 0) {
                    memory.merge(read.node(), read.delay(), Math::max);
                }
            }
        }
        return new Plan(graph, order(graph), memory);
    }

    private static List<Node> order(Graph graph) {
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
