package dync.compiler.graph;

import dync.compiler.model.Model;
import dync.compiler.value.Past;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a model computes.
 *
 * @param areas the node at which each area commits its state
 * @param initial what each area's state is before it was first committed
 * @param readouts the node of each answer
 * @param probes further recorded values, by name; penalties are among them
 * @param penalties the weight with which each penalty enters the loss, by the name of its probe
 * @param held the nodes that keep their last value while they are absent: variables that belong to dynamics
 */
public record Graph(
        Model model,
        List<Node> nodes,
        Map<String, Integer> areas,
        Map<String, Past> initial,
        Map<String, Integer> readouts,
        Map<String, Integer> probes,
        Map<String, Double> penalties,
        List<Integer> held) {

    /** The nodes that are recorded or answered: states, probes and readouts. */
    public List<Integer> shown() {
        return Stream.of(areas, probes, readouts)
                .flatMap(named -> named.values().stream())
                .toList();
    }

    public Node node(int id) {
        return nodes.get(id);
    }

    /** The weights in the order of the source. */
    public List<WeightSpec> weights() {
        return nodes.stream()
                .filter(Node::isWeight)
                .map(node -> ((Op.Weight) node.op()).spec())
                .toList();
    }

    /** How many values training may change. */
    public long parameterCount() {
        return weights().stream()
                .filter(WeightSpec::trainable)
                .mapToLong(weight -> weight.shape().count())
                .sum();
    }

    /** One line a node: name, what it does, its shape, when it exists, its line in the source. */
    @Override
    public String toString() {
        return nodes.stream().map(this::line).collect(Collectors.joining("\n", "", "\n"));
    }

    private String line(Node node) {
        String operands = node.operands().stream().map(this::operand).collect(Collectors.joining(", "));
        return "%-32s %-44s %-16s %-14s line %d"
                .formatted(
                        node.name(),
                        what(node.op()) + "(" + operands + ")",
                        node.shape(),
                        node.presence(),
                        node.span().line());
    }

    private static String what(Op op) {
        if (op instanceof Op.Stimulus stimulus) {
            return "stimulus " + stimulus.input();
        }
        if (op instanceof Op.Weight weight) {
            return (weight.spec().trainable() ? "weight " : "fixed ")
                    + weight.spec().init().name();
        }
        if (op instanceof Op.Primitive primitive) {
            return primitive.name();
        }
        if (op instanceof Op.Pointwise pointwise) {
            return pointwise.function();
        }
        if (op instanceof Op.Reduce reduce) {
            return reduce.function() + " over " + reduce.axes().word();
        }
        if (op instanceof Op.Combine combine) {
            return combine.integration().word();
        }
        return op instanceof Op.Commit commit ? "commit " + commit.area() : "concat";
    }

    private String operand(Operand operand) {
        if (operand instanceof Operand.Constant constant) {
            return String.valueOf(constant.value());
        }
        if (operand instanceof Operand.Read read) {
            String name = nodes.get(read.node()).name();
            return read.delay() == 0 ? name : name + "[t-" + read.delay() + "]";
        }
        return "-";
    }
}
