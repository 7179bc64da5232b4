package dync.compiler.describe;

import dync.compiler.graph.Graph;
import dync.compiler.graph.Node;
import dync.compiler.graph.Op;
import dync.compiler.graph.Operand;
import dync.compiler.graph.Presence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When the image first has an influence on each value. A value waits until it is present, and then depends on the image
 * as soon as one of its operands does: with a blank past ({@code emit(initial = zero)}) or after idle steps it is present
 * before.
 */
final class Arrivals {
    private static final int NEVER = Presence.NEVER;

    private final Graph graph;
    private final int[] image;

    Arrivals(Graph graph) {
        this.graph = graph;
        this.image = new int[graph.nodes().size()];
        Arrays.fill(image, NEVER);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Node node : graph.nodes()) {
                int now = first(node);
                changed |= now != image[node.id()];
                image[node.id()] = now;
            }
        }
    }

    private int first(Node node) {
        if (node.op() instanceof Op.Stimulus) {
            return graph.model().clock().idle();
        }
        int earliest = node.reads().stream()
                .mapToInt(read -> later(image[read.node()], read.delay()))
                .min()
                .orElse(NEVER);
        return earliest == NEVER ? NEVER : Math.max(earliest, present(node));
    }

    private static int later(int step, int delay) {
        return step == NEVER ? NEVER : step + delay;
    }

    /** The first step at which a node exists, the earliest one where that is decided at run time. */
    private static int present(Node node) {
        return node.presence().isKnown() ? node.presence().first() : 0;
    }

    Description.Arrival of(int id) {
        Node node = graph.node(id);
        boolean gaps = !node.presence().isKnown();
        Optional<Integer> reached = known(image[id]);
        return new Description.Arrival(gaps ? reached : known(present(node)), reached, gaps);
    }

    private static Optional<Integer> known(int step) {
        return step == NEVER ? Optional.empty() : Optional.of(step);
    }

    /** The nodes that the first signal passes on its way to a node, from the stimulus on; empty where none arrives. */
    List<Integer> route(int id) {
        List<Integer> route = new ArrayList<>();
        if (image[id] == NEVER) {
            return route;
        }
        Set<Integer> seen = new HashSet<>();
        Optional<Integer> next = Optional.of(id);
        while (next.isPresent() && seen.add(next.get())) {
            route.add(next.get());
            next = before(graph.node(next.get()));
        }
        Collections.reverse(route);
        return route;
    }

    /** The operand that a node waited for: the first to bring the image, or the last that it needed to exist. */
    private Optional<Integer> before(Node node) {
        int mine = image[node.id()];
        Optional<Integer> carrier = node.reads().stream()
                .filter(read -> later(image[read.node()], read.delay()) == mine)
                .map(Operand.Read::node)
                .findFirst();
        return carrier.or(() -> node.reads().stream()
                .filter(read -> image[read.node()] != NEVER)
                .filter(read -> later(present(graph.node(read.node())), read.delay()) == mine)
                .map(Operand.Read::node)
                .findFirst());
    }

    /** The step at which a node first depends on the image. */
    int step(int id) {
        return image[id];
    }
}
