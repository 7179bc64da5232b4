package dync.compiler.describe;

import dync.compiler.graph.Graph;
import dync.compiler.graph.Node;
import dync.compiler.graph.Op;
import dync.compiler.graph.Operand;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which place each node belongs to, and which nodes make up what joins a flow. */
final class Ownership {
    private final Graph graph;
    private final Map<Node, List<Node>> drives = new HashMap<>();
    private final Set<Integer> driving = new HashSet<>();

    Ownership(Graph graph) {
        this.graph = graph;
        for (Node node : joints()) {
            List<Node> drive = drive(node);
            drives.put(node, drive);
            drive.forEach(part -> driving.add(part.id()));
        }
    }

    /** The nodes where recurrences, skips and feedbacks join. */
    List<Node> joints() {
        return graph.nodes().stream()
                .filter(node -> node.op() instanceof Op.Combine)
                .toList();
    }

    /** The place of a node: what stands first in its path. */
    static String place(Node node) {
        int dot = node.name().indexOf('.');
        return dot < 0 ? node.name() : node.name().substring(0, dot);
    }

    List<Node> of(String place) {
        return graph.nodes().stream().filter(node -> place(node).equals(place)).toList();
    }

    /** What stands between the state of the source and the joint, weights included. */
    List<Node> driveOf(Node joint) {
        return drives.get(joint);
    }

    /** Whether a node belongs to what joins a flow, rather than to the flow. */
    boolean isDrive(Node node) {
        return driving.contains(node.id());
    }

    private List<Node> drive(Node joint) {
        List<Node> found = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        Set<Integer> seen = new HashSet<>();
        joint.reads().stream().skip(1).map(Operand.Read::node).forEach(open::add);
        while (!open.isEmpty()) {
            int id = open.poll();
            Node node = graph.node(id);
            if (seen.add(id) && !isState(node)) {
                found.add(node);
                node.reads().forEach(read -> open.add(read.node()));
            }
        }
        return found;
    }

    /** Whether a place gives this node to others: the state of an area, or a stimulus. */
    static boolean isState(Node node) {
        return node.op() instanceof Op.Commit || node.op() instanceof Op.Stimulus;
    }
}
