package dync.compiler.optimise;

import dync.compiler.graph.Node;
import dync.compiler.graph.Op;
import dync.compiler.graph.Operand;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Computes once what is written twice: the same operation on the same operands. */
final class ShareEqual implements Pass {

    private record Computation(Op op, List<Operand> operands) {}

    @Override
    public void apply(Rewrite rewrite) {
        // one equality can make the next: what reads two equal nodes becomes equal itself
        boolean found = true;
        while (found) {
            found = false;
            Map<Computation, Node> seen = new HashMap<>();
            for (Node node : rewrite.all()) {
                if (!isShareable(node) || rewrite.isFixed(node.id())) {
                    continue;
                }
                Node current = rewrite.node(node.id());
                Node first = seen.putIfAbsent(new Computation(current.op(), current.operands()), current);
                if (first != null) {
                    rewrite.redirect(node.id(), first.id());
                    rewrite.note(node.name() + " is " + first.name() + " again and computed once");
                    found = true;
                }
            }
        }
    }

    /** What draws at random or counts its calls is done as often as it is written. */
    private static boolean isShareable(Node node) {
        return !node.dependsOnTraining() && !node.isWeight() && !(node.op() instanceof Op.Commit);
    }
}
