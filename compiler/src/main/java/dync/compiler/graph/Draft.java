package dync.compiler.graph;

import dync.compiler.source.Span;
import dync.compiler.value.TensorShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A graph that is being built: a node may be read before its operands or its shape are known. */
final class Draft {
    static final int MOST_NODES = 100_000;

    static final class DraftNode {
        private final String name;
        private final Op op;
        private final List<Operand> operands;
        private final Span span;
        private Optional<TensorShape> shape;

        private DraftNode(String name, Op op, List<Operand> operands, Optional<TensorShape> shape, Span span) {
            this.name = name;
            this.op = op;
            this.operands = new ArrayList<>(operands);
            this.shape = shape;
            this.span = span;
        }

        String name() {
            return name;
        }

        Op op() {
            return op;
        }

        List<Operand> operands() {
            return operands;
        }

        Span span() {
            return span;
        }
    }

    private final List<DraftNode> nodes = new ArrayList<>();
    private final Map<String, Integer> names = new HashMap<>();
    private final WeightTable weights = new WeightTable();
    private boolean refused = false;

    /** The weights by their paths. */
    WeightTable weights() {
        return weights;
    }

    int add(String name, Op op, List<Operand> operands, TensorShape shape, Span span) {
        nodes.add(new DraftNode(unique(name), op, operands, Optional.of(shape), span));
        return nodes.size() - 1;
    }

    /** A node whose operands and shape follow. */
    int reserve(String name, Op op, Span span) {
        nodes.add(new DraftNode(unique(name), op, List.of(), Optional.empty(), span));
        return nodes.size() - 1;
    }

    void operand(int node, Operand operand) {
        nodes.get(node).operands.add(operand);
    }

    void shape(int node, TensorShape shape) {
        nodes.get(node).shape = Optional.of(shape);
    }

    Optional<TensorShape> shape(int node) {
        return nodes.get(node).shape;
    }

    DraftNode node(int id) {
        return nodes.get(id);
    }

    /** Whether it is larger than any model that is meant. */
    boolean isFull() {
        return nodes.size() > MOST_NODES;
    }

    /** True the first time that it is asked. */
    boolean isFirstRefusal() {
        boolean first = !refused;
        refused = true;
        return first;
    }

    int size() {
        return nodes.size();
    }

    private String unique(String name) {
        int count = names.merge(name, 1, Integer::sum);
        return count == 1 ? name : unique(name + "_" + count);
    }

    List<Node> freeze(List<Presence> presences) {
        List<Node> frozen = new ArrayList<>();
        for (int id = 0; id < nodes.size(); id++) {
            DraftNode node = nodes.get(id);
            frozen.add(new Node(
                    id,
                    node.name,
                    node.op,
                    List.copyOf(node.operands),
                    node.shape.orElse(TensorShape.SCALAR),
                    presences.get(id),
                    node.span));
        }
        return List.copyOf(frozen);
    }
}
