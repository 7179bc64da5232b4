package dync.compiler.optimise;

import dync.compiler.graph.Graph;
import dync.compiler.graph.Node;
import dync.compiler.graph.Op;
import dync.compiler.graph.Operand;
import dync.compiler.graph.Presence;
import dync.compiler.source.Span;
import dync.compiler.value.TensorShape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A graph that a pass is changing. Nodes keep their numbers until the end; what nothing needs any more is dropped then. */
final class Rewrite {
    private final Graph graph;
    private final List<Node> nodes;
    private final List<Integer> meant = new ArrayList<>(); // by node: the node that is read in its place
    private final List<String> notes = new ArrayList<>();

    Rewrite(Graph graph) {
        this.graph = graph;
        this.nodes = new ArrayList<>(graph.nodes());
        nodes.forEach(node -> meant.add(node.id()));
    }

    Graph graph() {
        return graph;
    }

    int size() {
        return nodes.size();
    }

    /** The node as it is now, its operands brought up to date. */
    Node node(int id) {
        Node node = nodes.get(id);
        List<Operand> operands = node.operands().stream().map(this::current).toList();
        return new Node(id, node.name(), node.op(), operands, node.shape(), node.presence(), node.span());
    }

    /** All nodes that are still read under their own number. */
    List<Node> all() {
        List<Node> all = new ArrayList<>();
        for (int id = 0; id < nodes.size(); id++) {
            if (meant.get(id) == id) {
                all.add(node(id));
            }
        }
        return all;
    }

    /** How often each node is read, by nodes that something needs, and as an answer, state or probe. */
    int[] uses() {
        int[] uses = new int[nodes.size()];
        graph.shown().forEach(root -> uses[meaning(root)]++);
        boolean[] needed = needed();
        for (Node node : all()) {
            if (needed[node.id()]) {
                node.reads().forEach(read -> uses[read.node()]++);
            }
        }
        return uses;
    }

    /** Adds a node. */
    int add(String name, Op op, List<Operand> operands, TensorShape shape, Presence presence, Span span) {
        int id = nodes.size();
        nodes.add(new Node(id, name, op, operands, shape, presence, span));
        meant.add(id);
        return id;
    }

    /** Computes a node in another way. */
    void replace(int id, Op op, List<Operand> operands, TensorShape shape) {
        Node node = nodes.get(id);
        nodes.set(id, new Node(id, node.name(), op, operands, shape, node.presence(), node.span()));
    }

    /** Whoever reads the one now reads the other. */
    void redirect(int from, int to) {
        meant.set(from, meaning(to));
    }

    void note(String decision) {
        notes.add(decision);
    }

    List<String> notes() {
        return notes;
    }

    /** Whether a node must stay itself: it is a state, or keeps its last value. */
    boolean isFixed(int id) {
        return graph.areas().containsValue(id) || graph.held().contains(id);
    }

    private int meaning(int id) {
        int current = id;
        while (meant.get(current) != current) {
            current = meant.get(current);
        }
        return current;
    }

    private Operand current(Operand operand) {
        return operand instanceof Operand.Read read
                ? new Operand.Read(meaning(read.node()), read.delay(), read.past())
                : operand;
    }

    /** What the answers, states and probes depend on. Weights stay, used or not: they belong to the model. */
    private boolean[] needed() {
        boolean[] needed = new boolean[nodes.size()];
        Deque<Integer> open = new ArrayDeque<>();
        graph.shown().forEach(root -> open.push(meaning(root)));
        nodes.stream().filter(Node::isWeight).forEach(weight -> open.push(weight.id()));
        while (!open.isEmpty()) {
            int id = open.pop();
            if (!needed[id]) {
                needed[id] = true;
                node(id).reads().forEach(read -> open.push(read.node()));
            }
        }
        return needed;
    }

    /** The changed graph, with new numbers and without what nothing needs. */
    Graph finish() {
        boolean[] needed = needed();
        int[] number = new int[nodes.size()];
        int next = 0;
        for (int id = 0; id < number.length; id++) {
            number[id] = needed[id] ? next++ : -1;
        }
        List<Node> kept = new ArrayList<>();
        Map<String, Integer> names = new HashMap<>();
        for (int id = 0; id < number.length; id++) {
            if (needed[id]) {
                Node node = node(id);
                int count = names.merge(node.name(), 1, Integer::sum);
                String name = count == 1 ? node.name() : node.name() + "_" + count;
                List<Operand> operands =
                        node.operands().stream().map(o -> renumbered(o, number)).toList();
                kept.add(new Node(number[id], name, node.op(), operands, node.shape(), node.presence(), node.span()));
            }
        }
        return new Graph(
                graph.model(),
                List.copyOf(kept),
                renumbered(graph.areas(), number),
                graph.initial(),
                renumbered(graph.readouts(), number),
                renumbered(graph.probes(), number),
                graph.penalties(),
                graph.held().stream()
                        .filter(id -> needed[id])
                        .map(id -> number[id])
                        .toList());
    }

    private static Operand renumbered(Operand operand, int[] number) {
        return operand instanceof Operand.Read read
                ? new Operand.Read(number[read.node()], read.delay(), read.past())
                : operand;
    }

    private Map<String, Integer> renumbered(Map<String, Integer> named, int[] number) {
        Map<String, Integer> renumbered = new LinkedHashMap<>();
        named.forEach((name, id) -> renumbered.put(name, number[meaning(id)]));
        return renumbered;
    }
}
