package dync.compiler.generate;

import dync.compiler.graph.Graph;
import dync.compiler.graph.Node;
import dync.compiler.graph.Op;
import dync.compiler.graph.Operand;
import dync.compiler.plan.Plan;
import dync.compiler.plan.Section;
import dync.compiler.value.Past;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How a value is spelled where it is read: it depends on when it was made and on when it is wanted. */
final class Access {
    private final Plan plan;
    private final Graph graph;
    private final JavaNames names;
    private final Map<Integer, Section> sections = new HashMap<>();
    private final Set<Integer> kept = new HashSet<>();
    private final Set<Integer> cut = new HashSet<>();

    Access(Plan plan, JavaNames names) {
        this.plan = plan;
        this.graph = plan.graph();
        this.names = names;
        plan.sections().forEach(section -> section.nodes().forEach(node -> sections.put(node.id(), section)));
        for (Node node : plan.order()) {
            node.reads().stream()
                    .filter(read -> read.delay() == 0 && sections.containsKey(read.node()))
                    .forEach(read -> crossing(read.node(), sections.get(node.id())));
        }
        graph.shown().stream().filter(this::isSeen).forEach(kept::add);
        plan.memory().keySet().stream().filter(this::isSeen).forEach(kept::add);
    }

    private void crossing(int source, Section reader) {
        Section made = sections.get(source);
        if (made == reader) {
            return;
        }
        if (made instanceof Section.Seen) {
            kept.add(source);
        }
        if (made instanceof Section.Tile && reader instanceof Section.Steps) {
            cut.add(source);
        }
    }

    boolean isSeen(int node) {
        return sections.get(node) instanceof Section.Seen;
    }

    /** Whether it follows from the stimulus alone and is wanted elsewhere. */
    boolean isKept(int node) {
        return kept.contains(node);
    }

    /** Whether it is made as a tile and wanted step by step. */
    boolean isCut(int node) {
        return cut.contains(node);
    }

    boolean isStepped(int node) {
        return sections.get(node) instanceof Section.Steps;
    }

    /** An operand as it is wanted by a node. */
    String operand(Operand operand, Node reader) {
        if (operand instanceof Operand.Constant constant) {
            return String.valueOf(constant.value());
        }
        if (!(operand instanceof Operand.Read read)) {
            return "null";
        }
        Section wanted = sections.get(reader.id());
        return read.delay() == 0 ? present(read.node(), wanted) : past(read, wanted);
    }

    private String present(int node, Section wanted) {
        Section made = sections.get(node);
        boolean oneStep = plan.longestTile() == 1 || wanted instanceof Section.Steps;
        if (isKept(node)) {
            boolean inSeen = wanted instanceof Section.Seen;
            return names.of(node) + (inSeen ? ".value()" : oneStep ? ".now()" : ".tile()");
        }
        if (made instanceof Section.Tile && wanted instanceof Section.Steps) {
            return names.stepsOf(node) + ".now()";
        }
        if (made instanceof Section.Steps && made != wanted) {
            return names.historyOf(node) + (oneStep ? ".ago(0)" : ".tile(0)");
        }
        return names.of(node);
    }

    private String past(Operand.Read read, Section wanted) {
        boolean oneStep = plan.longestTile() == 1 || wanted instanceof Section.Steps;
        String past = names.historyOf(read.node()) + (oneStep ? ".ago(" : ".tile(") + read.delay() + ")";
        return read.past() == Past.ZERO && !isAlwaysThere(read.node()) ? "loop.orZero(" + past + ")" : past;
    }

    /** What is given to the loop to record or to answer. */
    String shown(int node) {
        return isStepped(node) ? names.historyOf(node) : names.of(node);
    }

    /** Whether the history of a node begins with zeros of its shape and has no gaps. */
    private boolean isAlwaysThere(int node) {
        return graph.node(node).presence().isKnown()
                && graph.node(node).op() instanceof Op.Commit commit
                && graph.initial().get(commit.area()) == Past.BLANK;
    }
}
