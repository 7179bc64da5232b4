package dync.compiler.graph;

import dync.compiler.value.Past;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The first step at which each value exists: an operation waits for all it reads, a joining connection for the first
 * of the two. Starting from "never", the least steps that satisfy these equations are found by iteration.
 */
final class PresenceAnalysis {
    private PresenceAnalysis() {}

    static List<Presence> of(Draft draft, Set<String> inputsWithGaps) {
        int[] first = new int[draft.size()];
        Arrays.fill(first, Presence.NEVER);
        boolean[] open = new boolean[draft.size()];
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int id = 0; id < first.length; id++) {
                Draft.DraftNode node = draft.node(id);
                int now = first(node, first);
                boolean gaps = node.op() instanceof Op.Stimulus stimulus && inputsWithGaps.contains(stimulus.input())
                        || !fillsAbsence(node) && node.operands().stream().anyMatch(operand -> isOpen(operand, open));
                changed |= now != first[id] || gaps != open[id];
                first[id] = now;
                open[id] = gaps;
            }
        }
        List<Presence> presences = new ArrayList<>();
        for (int id = 0; id < first.length; id++) {
            presences.add(new Presence(open[id] ? Presence.AT_RUN_TIME : first[id]));
        }
        return presences;
    }

    private static boolean fillsAbsence(Draft.DraftNode node) {
        return node.op() instanceof Op.Primitive primitive && primitive.fillsAbsence();
    }

    private static boolean isOpen(Operand operand, boolean[] open) {
        return operand instanceof Operand.Read read && read.past() != Past.ZERO && open[read.node()];
    }

    private static int first(Draft.DraftNode node, int[] first) {
        if (fillsAbsence(node)) {
            return 0;
        }
        if (node.op() instanceof Op.Combine) {
            return node.operands().stream()
                    .mapToInt(operand -> arrival(operand, first))
                    .min()
                    .orElse(Presence.NEVER);
        }
        return node.operands().stream()
                .mapToInt(operand -> arrival(operand, first))
                .max()
                .orElse(0);
    }

    private static int arrival(Operand operand, int[] first) {
        if (!(operand instanceof Operand.Read read) || read.past() != Past.ABSENT) {
            return 0;
        }
        int source = first[read.node()];
        return source == Presence.NEVER ? Presence.NEVER : source + read.delay();
    }
}
