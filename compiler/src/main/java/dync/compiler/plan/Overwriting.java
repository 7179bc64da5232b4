package dync.compiler.plan;

import dync.compiler.graph.Graph;
import dync.compiler.graph.Node;
import dync.compiler.graph.Op;
import dync.compiler.graph.Operand;
import dync.compiler.graph.WeightSpec;
import dync.compiler.value.Symbol;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds operations that may write their result over an operand. The operand must be made for this tile, be read by
 * nobody else, and its maker must not need it for the gradient: a convolution keeps what goes in, a rectification
 * what comes out.
 */
final class Overwriting {
    /** Their gradient needs what goes in or nothing, never the result. */
    private static final Set<String> LETS_GO = Set.of(
            "conv",
            "depthwise",
            "linear",
            "meanpool",
            "groupnorm",
            "layernorm",
            "batchnorm",
            "add",
            "sub",
            "lerp",
            "plus");

    private static final Set<String> ADDS = Set.of("add");

    private final Graph graph;
    private final List<Section> sections;
    private final Map<Integer, Integer> memory;
    private final Map<Integer, Integer> uses = new HashMap<>();
    private final Set<Integer> shown = new HashSet<>();
    private final Set<Integer> tiled = new HashSet<>();

    Overwriting(Graph graph, List<Section> sections, Map<Integer, Integer> memory) {
        this.graph = graph;
        this.sections = sections;
        this.memory = memory;
        for (Section section : sections) {
            for (Node node : section.nodes()) {
                node.reads().forEach(read -> uses.merge(read.node(), 1, Integer::sum));
                if (section instanceof Section.Tile) {
                    tiled.add(node.id());
                }
            }
        }
        shown.addAll(graph.shown());
    }

    /** By node: the number of the operand that its result may replace. */
    Map<Integer, Integer> find() {
        Map<Integer, Integer> found = new HashMap<>();
        for (Section section : sections) {
            if (section instanceof Section.Once) {
                continue;
            }
            Set<Integer> inside = new HashSet<>();
            section.nodes().forEach(node -> inside.add(node.id()));
            if (section instanceof Section.Tile || section instanceof Section.Steps) {
                inside.addAll(tiled);
            }
            for (Node node : section.nodes()) {
                for (int operand : candidates(node)) {
                    if (!found.containsKey(node.id()) && isSpare(node, operand, inside::contains)) {
                        found.put(node.id(), operand);
                    }
                }
            }
        }
        return found;
    }

    private List<Integer> candidates(Node node) {
        String function = function(node);
        if (function.equals("relu")) {
            return List.of(0);
        }
        if (function.equals("plus")) {
            return List.of(0);
        }
        if (function.equals("lerp")) {
            return isUntrained(node.operands().get(2)) ? List.of(0) : List.of();
        }
        return ADDS.contains(function) ? List.of(0, 1) : List.of();
    }

    private boolean isSpare(Node node, int number, Predicate<Integer> inside) {
        return node.presence().isKnown()
                && node.operands().get(number) instanceof Operand.Read read
                && read.delay() == 0
                && inside.test(read.node())
                && graph.node(read.node()).shape().equals(node.shape())
                && isOwned(graph.node(read.node()), inside);
    }

    /** Whether the value is a tensor of its own that nobody but its one reader looks at again. */
    private boolean isOwned(Node node, Predicate<Integer> inside) {
        if (uses.getOrDefault(node.id(), 0) != 1 || shown.contains(node.id()) || memory.containsKey(node.id())) {
            return false;
        }
        if (node.op() instanceof Op.Combine combine) {
            // before one side arrives the other passes as it is
            return combine.integration() == Symbol.ADDITIVE
                    && node.operands().stream().allMatch(operand -> passesOwned(node, operand, inside));
        }
        return LETS_GO.contains(function(node));
    }

    private boolean passesOwned(Node combine, Operand operand, Predicate<Integer> inside) {
        if (!(operand instanceof Operand.Read read)) {
            return false;
        }
        boolean passesAlone = combine.operands().stream()
                .filter(other -> other != operand)
                .anyMatch(other -> arrivesLater(other, read));
        return !passesAlone
                || read.delay() == 0 && inside.test(read.node()) && isOwned(graph.node(read.node()), inside);
    }

    private boolean arrivesLater(Operand other, Operand.Read than) {
        return !(other instanceof Operand.Read read) || first(read) > first(than);
    }

    private int first(Operand.Read read) {
        int first = graph.node(read.node()).presence().first();
        return first == dync.compiler.graph.Presence.NEVER ? first : first + read.delay();
    }

    /** Whether no training changes it: then the gradient needs neither end of the interpolation. */
    private boolean isUntrained(Operand operand) {
        if (!(operand instanceof Operand.Read read)) {
            return true;
        }
        Node node = graph.node(read.node());
        if (node.op() instanceof Op.Weight weight) {
            WeightSpec spec = weight.spec();
            return !spec.trainable();
        }
        return node.operands().stream().allMatch(this::isUntrained);
    }

    private static String function(Node node) {
        if (node.op() instanceof Op.Primitive primitive) {
            return primitive.name();
        }
        if (node.op() instanceof Op.Pointwise pointwise) {
            return pointwise.function();
        }
        return node.op() instanceof Op.Combine combine && combine.integration() == Symbol.ADDITIVE ? "add" : "";
    }
}
