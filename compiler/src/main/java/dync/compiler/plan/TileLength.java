package dync.compiler.plan;

import dync.compiler.graph.Graph;
import dync.compiler.graph.Node;
import dync.compiler.graph.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How many steps may run as one batch. A tile as long as the shortest delay around a loop takes the loop's convolutions
 * together; a longer one takes them step by step and only what lies outside the loop together.
 */
final class TileLength {
    private static final int MOST = 16;

    private TileLength() {}

    static int of(Graph graph, List<Node> order, Reach reach) {
        if (order.stream().anyMatch(node -> !node.presence().isKnown())) {
            return 1;
        }
        int best = 1;
        double most = 0;
        for (int tile : candidates(order)) {
            double gain = gain(graph, order, reach, tile);
            if (gain > most) {
                best = tile;
                most = gain;
            }
        }
        return best;
    }

    /** The delays of the model, and a tile that nothing limits. */
    private static SortedSet<Integer> candidates(List<Node> order) {
        SortedSet<Integer> candidates = new TreeSet<>(List.of(MOST));
        for (Node node : order) {
            for (Operand.Read read : node.reads()) {
                if (read.delay() > 1 && read.delay() < MOST) {
                    candidates.add(read.delay());
                }
            }
        }
        return candidates;
    }

    /** The calls that are saved, weighed by their work. */
    private static double gain(Graph graph, List<Node> order, Reach reach, int tile) {
        Components components = Components.of(graph, order, tile);
        long together = 0;
        for (Node node : order) {
            if (reach.extent(node) != Reach.Extent.ONCE && !isStepped(node, components)) {
                together += Work.of(node, graph);
            }
        }
        return together * (1 - 1.0 / tile);
    }

    private static boolean isStepped(Node node, Components components) {
        return components.isLoop(components.componentOf(node.id()));
    }

    static List<String> words(Graph graph, List<Node> order, Reach reach, int tile) {
        if (tile == 1) {
            return List.of("one step after another");
        }
        Components components = Components.of(graph, order, tile);
        List<String> stepped = new ArrayList<>();
        List<String> together = new ArrayList<>();
        for (Node node : order) {
            if (reach.extent(node) == Reach.Extent.TIMED && Work.of(node, graph) > 0) {
                (isStepped(node, components) ? stepped : together).add(node.name());
            }
        }
        List<String> words = new ArrayList<>();
        words.add("up to " + tile + " steps run as one batch"
                + (together.isEmpty() ? "" : ": " + String.join(", ", together)));
        if (!stepped.isEmpty()) {
            words.add("closes a loop within a tile, step after step: " + String.join(", ", stepped));
        }
        return words;
    }
}
