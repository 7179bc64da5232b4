package dync.compiler.plan;

import dync.compiler.graph.Graph;
import dync.compiler.graph.Node;
import dync.compiler.graph.Op;
import dync.compiler.graph.Operand;
import dync.compiler.value.TensorShape;

/** How many multiply-adds a node takes for one sample and step, counting what has a matrix of weights. */
final class Work {
    private Work() {}

    static long of(Node node, Graph graph) {
        if (!(node.op() instanceof Op.Primitive)
                || node.operands().size() < 2
                || !(node.operands().get(1) instanceof Operand.Read weight)) {
            return 0;
        }
        TensorShape filters = graph.node(weight.node()).shape();
        if (filters.sizes().size() < 2) {
            return 0;
        }
        long places =
                node.shape().isSpatial() ? node.shape().height() * node.shape().width() : 1;
        return filters.count() * places;
    }
}
