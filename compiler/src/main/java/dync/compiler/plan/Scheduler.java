package dync.compiler.plan;

import dync.compiler.graph.Graph;
import dync.compiler.graph.Node;
import dync.compiler.graph.Op;
import dync.compiler.graph.Operand;
import dync.compiler.graph.Presence;
import dync.compiler.value.Past;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Makes the optimised plan: what depends on weights alone runs once, what depends on the stimulus alone runs when the
 * frame changes, the rest tile by tile; within a tile only those nodes run step by step whose steps depend on each
 * other.
 */
final class Scheduler {
    private final Graph graph;
    private final List<String> decisions;
    private final List<Node> order;
    private final Reach reach;

    Scheduler(Graph graph, List<String> decisions) {
        this.graph = graph;
        this.decisions = new ArrayList<>(decisions);
        this.order = Ordering.of(graph);
        this.reach = Reach.of(graph, order);
    }

    Plan schedule() {
        List<Node> timed = among(Reach.Extent.TIMED);
        int tile = TileLength.of(graph, order, reach);
        List<Section> sections = new ArrayList<>();
        add(sections, new Section.Once(among(Reach.Extent.ONCE)));
        add(sections, new Section.Seen(among(Reach.Extent.SEEN), false));
        add(sections, new Section.Seen(among(Reach.Extent.SEEN_TRAINING), true));
        sections.addAll(tiles(timed, tile));
        explain(sections, tile);
        Map<Integer, Integer> memory = Memory.of(graph, sections);
        Map<Integer, Integer> overwritten = new Overwriting(graph, sections, memory).find();
        return new Plan(PlanKind.OPTIMISED, graph, sections, memory, tile, ends(sections), overwritten, decisions);
    }

    private List<Node> among(Reach.Extent extent) {
        return order.stream().filter(node -> reach.extent(node) == extent).toList();
    }

    private static void add(List<Section> sections, Section section) {
        if (!section.nodes().isEmpty()) {
            sections.add(section);
        }
    }

    private List<Section> tiles(List<Node> timed, int tile) {
        Components components = Components.of(graph, timed, tile);
        List<Node> sorted = new ArrayList<>(timed);
        sorted.sort(Comparator.comparingInt(node -> components.componentOf(node.id())));
        List<Section> sections = new ArrayList<>();
        List<Node> together = new ArrayList<>();
        int before = -1;
        boolean loop = false;
        for (Node node : sorted) {
            int component = components.componentOf(node.id());
            boolean isLoop = components.isLoop(component);
            if (!together.isEmpty() && component != before && (loop || isLoop)) {
                sections.add(section(together, loop));
                together.clear();
            }
            together.add(node);
            loop = isLoop;
            before = component;
        }
        if (!together.isEmpty()) {
            sections.add(section(together, loop));
        }
        return sections;
    }

    private static Section section(List<Node> nodes, boolean loop) {
        return loop ? new Section.Steps(nodes) : new Section.Tile(nodes);
    }

    /** Where presence changes: within a tile every value is there at all steps or at none. */
    private SortedSet<Integer> ends(List<Section> sections) {
        SortedSet<Integer> ends = new TreeSet<>();
        for (Section section : sections) {
            for (Node node : section.nodes()) {
                add(ends, node.presence(), 0);
                for (Operand.Read read : node.reads()) {
                    // a loop within the tile looks at each step by itself
                    boolean begins = read.past() == Past.ABSENT || section instanceof Section.Tile;
                    if (begins && (read.delay() > 0 || node.op() instanceof Op.Combine)) {
                        add(ends, graph.node(read.node()).presence(), read.delay());
                    }
                }
            }
        }
        return ends;
    }

    private static void add(SortedSet<Integer> ends, Presence presence, int delay) {
        if (presence.isKnown() && !presence.isNever() && presence.first() + delay > 0) {
            ends.add(presence.first() + delay);
        }
    }

    private void explain(List<Section> sections, int tile) {
        for (Section section : sections) {
            if (section instanceof Section.Once once) {
                decisions.add("follows from weights alone, computed once a run: " + names(once));
            } else if (section instanceof Section.Seen seen) {
                decisions.add("follows from the stimulus alone, computed when the frame changes"
                        + (seen.trains() ? ", at every step while training" : "") + ": " + names(seen));
            }
        }
        decisions.addAll(TileLength.words(graph, order, reach, tile));
    }

    private static String names(Section section) {
        List<String> names = section.nodes().stream()
                .filter(node -> !(node.op() instanceof Op.Stimulus))
                .map(Node::name)
                .toList();
        return names.size() > 8
                ? names.size() + " operations from " + names.get(0) + " to " + names.get(names.size() - 1)
                : String.join(", ", names);
    }
}
