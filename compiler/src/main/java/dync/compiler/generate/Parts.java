package dync.compiler.generate;

import dync.compiler.graph.Node;
import dync.compiler.plan.Plan;
import dync.compiler.plan.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts the run of a very large model into several methods: a method of Java holds 64 KB. What one part leaves for
 * another is a field; all else stays a variable.
 */
final class Parts {
    private static final int MOST_NODES = 700;

    private final boolean needed;
    private final Map<Integer, Integer> parts = new HashMap<>();
    private final Set<Integer> shared = new HashSet<>();

    Parts(Plan plan) {
        needed = plan.order().size() > MOST_NODES;
        if (!needed) {
            return;
        }
        int part = 0;
        for (Section section : plan.sections()) {
            for (List<Node> nodes : of(section)) {
                for (Node node : nodes) {
                    parts.put(node.id(), part);
                }
                part++;
            }
        }
        for (Node node : plan.order()) {
            node.reads().stream()
                    .filter(read -> parts.containsKey(read.node())
                            && !parts.get(read.node()).equals(parts.get(node.id())))
                    .forEach(read -> shared.add(read.node()));
        }
        plan.graph().readouts().values().forEach(shared::add);
        plan.graph().probes().values().forEach(shared::add);
    }

    /** Whether the run is cut at all. */
    boolean areNeeded() {
        return needed;
    }

    /** Whether another part than its own looks at a value. */
    boolean isShared(Node node) {
        return shared.contains(node.id());
    }

    /** The pieces of a section that are methods of their own. */
    List<List<Node>> of(Section section) {
        if (!needed) {
            return List.of(section.nodes());
        }
        List<List<Node>> pieces = new ArrayList<>();
        List<Node> nodes = section.nodes();
        for (int from = 0; from < nodes.size(); from += MOST_NODES / 2) {
            pieces.add(nodes.subList(from, Math.min(from + MOST_NODES / 2, nodes.size())));
        }
        return pieces;
    }
}
