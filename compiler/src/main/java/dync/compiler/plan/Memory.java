package dync.compiler.plan;

import dync.compiler.graph.Graph;
import dync.compiler.graph.Node;
import dync.compiler.graph.Operand;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How far back nodes are read. */
final class Memory {
    private Memory() {}

    /** By node: the longest delay, or 0 where its steps are read as a tile. */
    static Map<Integer, Integer> of(Graph graph, List<Section> sections) {
        Map<Integer, Integer> memory = new HashMap<>();
        Set<Integer> stepped = stepped(sections);
        for (Section section : sections) {
            Set<Integer> inside = new HashSet<>();
            section.nodes().forEach(node -> inside.add(node.id()));
            for (Node node : section.nodes()) {
                for (Operand.Read read : node.reads()) {
                    boolean gathers = stepped.contains(read.node()) && !inside.contains(read.node());
                    if (read.delay() > 0 || gathers) {
                        memory.merge(read.node(), read.delay(), Math::max);
                    }
                }
            }
        }
        graph.shown().stream().filter(stepped::contains).forEach(id -> memory.merge(id, 0, Math::max));
        return memory;
    }

    private static Set<Integer> stepped(List<Section> sections) {
        Set<Integer> stepped = new HashSet<>();
        for (Section section : sections) {
            if (section instanceof Section.Steps steps) {
                steps.nodes().forEach(node -> stepped.add(node.id()));
            }
        }
        return stepped;
    }
}
