package dync.compiler.describe;

import dync.compiler.graph.Graph;
import dync.compiler.graph.Node;
import dync.compiler.graph.Op;
import dync.compiler.graph.Operand;
import dync.compiler.model.Sources;
import dync.compiler.value.TensorShape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads from the graph who reaches whom. */
final class Wiring {
    private final Graph graph;
    private final Ownership ownership;
    private final Costs costs;
    /** What areas commit: an area with a blank past passes this on, rather than its state. */
    private final Set<Integer> committed = new HashSet<>();

    Wiring(Graph graph, Ownership ownership, Costs costs) {
        this.graph = graph;
        this.ownership = ownership;
        this.costs = costs;
        graph.areas().values().stream()
                .flatMap(commit -> graph.node(commit).reads().stream())
                .map(Operand.Read::node)
                .forEach(committed::add);
    }

    /** All connections, by kind, and by target within a kind. */
    List<Description.Connection> connections(List<String> targets) {
        List<Description.Connection> found = new ArrayList<>();
        targets.forEach(target -> found.addAll(feedforward(target)));
        ownership.joints().stream().map(this::joint).forEach(found::add);
        found.sort(Comparator.comparing(Description.Connection::kind)
                .thenComparing(connection -> targets.indexOf(connection.target())));
        return found;
    }

    /** What drives a place: the other places that its own flow reads. */
    private List<Description.Connection> feedforward(String target) {
        Map<String, Description.Connection> found = new LinkedHashMap<>();
        for (Node node : ownership.of(target)) {
            if (ownership.isDrive(node)) {
                continue;
            }
            for (Operand.Read read : flowReads(node)) {
                Node source = graph.node(read.node());
                if (!source.isWeight() && !Ownership.place(source).equals(target)) {
                    found.putIfAbsent(Ownership.place(source), feedforward(source, target, read.delay()));
                }
            }
        }
        // an answer that is a state needs no operation of its own
        if (graph.readouts().containsKey(target)) {
            Node answer = graph.node(graph.readouts().get(target));
            if (!Ownership.place(answer).equals(target)) {
                found.putIfAbsent(Ownership.place(answer), feedforward(answer, target, 0));
            }
        }
        return List.copyOf(found.values());
    }

    /** What a node reads for the flow: a joint also reads what joins, which is no feedforward connection. */
    private static List<Operand.Read> flowReads(Node node) {
        return node.op() instanceof Op.Combine
                ? node.reads().subList(0, Math.min(1, node.reads().size()))
                : node.reads();
    }

    private Description.Connection feedforward(Node source, String target, int delay) {
        return new Description.Connection(
                Description.Kind.FEEDFORWARD,
                Ownership.place(source),
                target,
                delay + sinceCommit(source),
                source.shape(),
                sources(target)
                        .filter(from -> from.names().size() > 1)
                        .map(from -> from.kind() == Sources.Kind.CONCAT ? "concat" : "sum"),
                Optional.empty(),
                List.of(),
                Description.Cost.NONE);
    }

    private Optional<Sources> sources(String target) {
        return graph.model().area(target).flatMap(area -> area.from()).or(() -> graph.model().readouts().stream()
                .filter(readout -> readout.name().equals(target))
                .findFirst()
                .flatMap(readout -> readout.from()));
    }

    /** The steps between the state of an area and what it passes on: its emission's delay, found behind {@code then}. */
    private int sinceCommit(Node end) {
        Map<Integer, Integer> delays = new HashMap<>(Map.of(end.id(), 0));
        Deque<Node> open = new ArrayDeque<>(List.of(end));
        while (!open.isEmpty()) {
            Node node = open.poll();
            int here = delays.get(node.id());
            if (Ownership.isState(node) || committed.contains(node.id())) {
                return here;
            }
            for (Operand.Read read : node.reads()) {
                Node before = graph.node(read.node());
                if (!before.isWeight() && delays.putIfAbsent(before.id(), here + read.delay()) == null) {
                    open.add(before);
                }
            }
        }
        return 0;
    }

    private Description.Connection joint(Node node) {
        Op.Combine combine = (Op.Combine) node.op();
        Op.Joint joint = combine.joint();
        List<Node> drive = ownership.driveOf(node);
        return new Description.Connection(
                switch (joint.kind()) {
                    case RECURRENCE -> Description.Kind.RECURRENCE;
                    case SKIP -> Description.Kind.SKIP;
                    case FEEDBACK -> Description.Kind.FEEDBACK;
                },
                joint.source(),
                Ownership.place(node),
                joint.delay(),
                graph.node(graph.areas().get(joint.source())).shape(),
                Optional.of(combine.integration().word()),
                joint.connection(),
                bridges(node, drive),
                costs.of(drive));
    }

    /** What stands where the joint itself is written was put in by the compiler. */
    private List<Description.Bridge> bridges(Node joint, List<Node> drive) {
        return drive.stream()
                .filter(node -> node.op() instanceof Op.Primitive && node.span().equals(joint.span()))
                .sorted(Comparator.comparing(Node::id))
                .map(node -> new Description.Bridge(
                        ((Op.Primitive) node.op()).name(), incoming(node), node.shape(), costs.of(withWeights(node))))
                .toList();
    }

    private TensorShape incoming(Node node) {
        return graph.node(node.reads().get(0).node()).shape();
    }

    private List<Node> withWeights(Node node) {
        List<Node> all = new ArrayList<>(List.of(node));
        node.reads().stream()
                .map(read -> graph.node(read.node()))
                .filter(Node::isWeight)
                .filter(new HashSet<>()::add)
                .forEach(all::add);
        return all;
    }
}
