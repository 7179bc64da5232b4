package dync.compiler.plan;

import dync.compiler.graph.Graph;
import dync.compiler.graph.Node;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The reference plan: one step after another, one operation after another.
 *
 * @param order the nodes of one step, each after those that it reads in the same step; weights are not among them
 * @param memory how many steps back each node is read; nodes that are read in their own step only are not in it
 */
public record Plan(Graph graph, List<Node> order, Map<Integer, Integer> memory) {

    public Plan {
        order = List.copyOf(order);
        memory = Map.copyOf(memory);
    }

    /** What happens in a step, in words. */
    @Override
    public String toString() {
        String kept = order.stream()
                .filter(node -> memory.containsKey(node.id()))
                .map(node -> "keep " + node.name() + " of the last " + steps(memory.get(node.id())) + "\n")
                .collect(Collectors.joining());
        String step = order.stream()
                .map(node -> "  " + node.name()
                        + (node.presence().isKnown() && node.presence().first() == 0 ? "" : ", " + node.presence())
                        + "\n")
                .collect(Collectors.joining());
        return kept + "at each step, in this order:\n" + step;
    }

    private static String steps(int count) {
        return count == 1 ? "step" : count + " steps";
    }
}
