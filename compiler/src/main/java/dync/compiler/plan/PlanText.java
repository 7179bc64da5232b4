package dync.compiler.plan;

import dync.compiler.graph.Node;
import dync.compiler.graph.Operand;

/** A plan in words. */
final class PlanText {
    private final Plan plan;
    private final StringBuilder text = new StringBuilder();

    PlanText(Plan plan) {
        this.plan = plan;
    }

    String print() {
        plan.decisions().forEach(decision -> text.append(decision).append('\n'));
        plan.order().stream()
                .filter(node -> plan.memory().getOrDefault(node.id(), 0) > 0)
                .forEach(node -> text.append("keep ")
                        .append(node.name())
                        .append(" of the last ")
                        .append(steps(plan.memory().get(node.id())))
                        .append('\n'));
        for (Section section : plan.sections()) {
            text.append(title(section)).append(":\n");
            section.nodes().forEach(this::line);
        }
        return text.toString();
    }

    private String title(Section section) {
        if (section instanceof Section.Once) {
            return "once";
        }
        if (section instanceof Section.Seen seen) {
            return "when the frame changes" + (seen.trains() ? ", and at every step while training" : "");
        }
        if (section instanceof Section.Steps) {
            return "then step after step within the tile";
        }
        return plan.longestTile() == 1 ? "at each step, in this order" : "then for each tile at once";
    }

    private void line(Node node) {
        text.append("  ").append(node.name());
        if (!node.presence().isKnown() || node.presence().first() != 0) {
            text.append(", ").append(node.presence());
        }
        Integer over = plan.overwritten().get(node.id());
        if (over != null && node.operands().get(over) instanceof Operand.Read read) {
            text.append(", written over ").append(plan.graph().node(read.node()).name());
        }
        text.append('\n');
    }

    private static String steps(int count) {
        return count == 1 ? "step" : count + " steps";
    }
}
