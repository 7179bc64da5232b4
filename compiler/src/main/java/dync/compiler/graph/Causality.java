package dync.compiler.graph;

import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds loops whose delays sum to zero: no order of the steps could compute them. */
final class Causality {
    private static final int NEW = 0;
    private static final int OPEN = 1;
    private static final int DONE = 2;

    private record Visit(int node, int next) {}

    private Causality() {}

    /** @return true where every loop has a delay */
    static boolean check(Draft draft, Reporter reporter) {
        int[] state = new int[draft.size()];
        boolean causal = true;
        for (int root = 0; root < draft.size(); root++) {
            causal &= state[root] != NEW || visit(root, draft, state, reporter);
        }
        return causal;
    }

    private static boolean visit(int root, Draft draft, int[] state, Reporter reporter) {
        boolean causal = true;
        Deque<Visit> path = new ArrayDeque<>();
        path.push(new Visit(root, 0));
        state[root] = OPEN;
        while (!path.isEmpty()) {
            Visit top = path.pop();
            List<Operand> operands = draft.node(top.node()).operands();
            if (top.next() == operands.size()) {
                state[top.node()] = DONE;
                continue;
            }
            path.push(new Visit(top.node(), top.next() + 1));
            if (!(operands.get(top.next()) instanceof Operand.Read read) || read.delay() > 0) {
                continue;
            }
            if (state[read.node()] == OPEN) {
                report(loop(path, read.node()), draft, reporter);
                causal = false;
            } else if (state[read.node()] == NEW) {
                state[read.node()] = OPEN;
                path.push(new Visit(read.node(), 0));
            }
        }
        return causal;
    }

    /** The nodes of the loop, from what feeds to what is fed. */
    private static List<Integer> loop(Deque<Visit> path, int entry) {
        List<Integer> loop = new ArrayList<>();
        for (Visit visit : path) {
            loop.add(visit.node());
            if (visit.node() == entry) {
                break;
            }
        }
        return loop;
    }

    private static void report(List<Integer> loop, Draft draft, Reporter reporter) {
        Set<String> areas = new LinkedHashSet<>();
        Optional<Draft.DraftNode> joint = Optional.empty();
        for (int id : loop) {
            Draft.DraftNode node = draft.node(id);
            if (node.op() instanceof Op.Commit commit) {
                areas.add(commit.area());
            }
            if (node.op() instanceof Op.Combine) {
                joint = Optional.of(node);
            }
        }
        Draft.DraftNode at = joint.orElse(draft.node(loop.get(0)));
        List<String> names = new ArrayList<>(areas);
        names.add(names.isEmpty() ? at.name() : names.get(0));
        reporter.report(Diagnostic.error(Code.DYN0602, at.span(), "a loop without delay: " + String.join(" -> ", names))
                .help("a signal that comes back takes at least one step: give this connection a delay"));
    }
}
