package dync.compiler.describe;

import dync.compiler.graph.Graph;
import dync.compiler.graph.Node;
import dync.compiler.graph.Op;
import dync.compiler.graph.Operand;
import dync.compiler.value.TensorShape;
import java.util.List;

/**
 * What nodes take. A multiply-add is one product of a weight and a value that is added up: convolutions and linear layers
 * have them, pointwise functions, pooling and normalisation are not counted.
 */
final class Costs {
    private final Graph graph;
    private final boolean[] past;

    Costs(Graph graph) {
        this.graph = graph;
        this.past = past(graph);
    }

    /** The nodes that depend on an earlier step. */
    private static boolean[] past(Graph graph) {
        boolean[] past = new boolean[graph.nodes().size()];
        graph.held().forEach(id -> past[id] = true);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Node node : graph.nodes()) {
                if (!past[node.id()] && node.reads().stream().anyMatch(read -> read.delay() > 0 || past[read.node()])) {
                    past[node.id()] = true;
                    changed = true;
                }
            }
        }
        return past;
    }

    Description.Cost of(List<Node> nodes) {
        return nodes.stream().map(this::of).reduce(Description.Cost.NONE, Description.Cost::plus);
    }

    private Description.Cost of(Node node) {
        if (node.op() instanceof Op.Weight weight) {
            long count = weight.spec().shape().count();
            boolean trainable = weight.spec().trainable();
            return new Description.Cost(trainable ? count : 0, trainable ? 0 : count, 0, 0);
        }
        long products = multiplyAdds(node);
        return new Description.Cost(0, 0, products, past[node.id()] ? 0 : products);
    }

    /**
     * Each output value is a sum over what its filter spans: the first weight of a primitive, without its first axis. This
     * holds for dense, grouped, depthwise and cortical-sheet convolution and for linear layers; the weights of
     * normalisation have one axis.
     */
    private long multiplyAdds(Node node) {
        if (!(node.op() instanceof Op.Primitive)
                || node.operands().size() < 2
                || !(node.operands().get(1) instanceof Operand.Read read)
                || !graph.node(read.node()).isWeight()) {
            return 0;
        }
        List<Long> sizes = graph.node(read.node()).shape().sizes();
        return sizes.size() < 2 ? 0 : node.shape().count() * new TensorShape(sizes.subList(1, sizes.size())).count();
    }
}
