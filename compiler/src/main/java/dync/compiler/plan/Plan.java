package dync.compiler.plan;

import dync.compiler.graph.Graph;
import dync.compiler.graph.Node;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When each node of a graph runs.
 *
 * @param kind how it was made
 * @param sections in the order in which they run within a tile
 * @param memory how many steps back each node is read; 0 where it is made step by step and read by the tile. Nodes that
 *     are read where they are made are not in it
 * @param longestTile how many steps may run at once; 1 where a step must be complete before the next begins
 * @param ends the steps before which a tile ends, since some value exists from there on
 * @param overwritten for a node that writes its result over an operand that nobody else needs: which operand
 * @param decisions how it came about, one sentence each
 */
public record Plan(
        PlanKind kind,
        Graph graph,
        List<Section> sections,
        Map<Integer, Integer> memory,
        int longestTile,
        SortedSet<Integer> ends,
        Map<Integer, Integer> overwritten,
        List<String> decisions) {

    public Plan {
        sections = List.copyOf(sections);
        memory = Map.copyOf(memory);
        ends = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(ends));
        overwritten = Map.copyOf(overwritten);
        decisions = List.copyOf(decisions);
    }

    /** All nodes but the weights, in the order in which they run. */
    public List<Node> order() {
        return sections.stream().flatMap(section -> section.nodes().stream()).toList();
    }

    /** What happens when, in words. */
    @Override
    public String toString() {
        return new PlanText(this).print();
    }
}
