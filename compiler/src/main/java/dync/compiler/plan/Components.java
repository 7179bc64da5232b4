package dync.compiler.plan;

import dync.compiler.graph.Graph;
import dync.compiler.graph.Node;
import dync.compiler.graph.Operand;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The strongly connected components of a graph, in topological order, counting only reads of less than a tile: what is
 * read from earlier tiles is there already (Tarjan 1972).
 */
final class Components {
    private final Graph graph;
    private final int tile;
    private final int[] index;
    private final int[] low;
    private final int[] component;
    private final Deque<Integer> open = new ArrayDeque<>();
    private final List<List<Integer>> components = new ArrayList<>();
    private int next = 0;

    private Components(Graph graph, int tile) {
        this.graph = graph;
        this.tile = tile;
        int size = graph.nodes().size();
        index = new int[size];
        low = new int[size];
        component = new int[size];
        Arrays.fill(index, -1);
        Arrays.fill(component, -1);
    }

    /** @param order the nodes to put into components, in the order of a step, which decides among equals */
    static Components of(Graph graph, List<Node> order, int tile) {
        Components components = new Components(graph, tile);
        for (Node node : order) {
            if (components.index[node.id()] < 0) {
                components.connect(node.id());
            }
        }
        return components;
    }

    int count() {
        return components.size();
    }

    int componentOf(int node) {
        return component[node];
    }

    /** Whether the steps of a tile depend on each other in this component. */
    boolean isLoop(int number) {
        List<Integer> members = components.get(number);
        return members.size() > 1 || reads(members.get(0)).stream().anyMatch(read -> read.node() == members.get(0));
    }

    private record Visit(int node, int read) {}

    private void connect(int root) {
        Deque<Visit> path = new ArrayDeque<>();
        enter(root, path);
        while (!path.isEmpty()) {
            Visit visit = path.pop();
            int node = visit.node();
            List<Operand.Read> reads = reads(node);
            if (visit.read() < reads.size()) {
                path.push(new Visit(node, visit.read() + 1));
                int source = reads.get(visit.read()).node();
                if (index[source] < 0) {
                    enter(source, path);
                } else if (component[source] < 0) {
                    low[node] = Math.min(low[node], index[source]);
                }
                continue;
            }
            if (low[node] == index[node]) {
                close(node);
            }
            if (!path.isEmpty()) {
                int reader = path.peek().node();
                low[reader] = Math.min(low[reader], low[node]);
            }
        }
    }

    private void enter(int node, Deque<Visit> path) {
        index[node] = next;
        low[node] = next++;
        open.push(node);
        path.push(new Visit(node, 0));
    }

    private void close(int root) {
        List<Integer> members = new ArrayList<>();
        int member;
        do {
            member = open.pop();
            component[member] = components.size();
            members.add(member);
        } while (member != root);
        components.add(members);
    }

    private List<Operand.Read> reads(int node) {
        return graph.node(node).reads().stream()
                .filter(read -> read.delay() < tile && !graph.node(read.node()).isWeight())
                .toList();
    }
}
