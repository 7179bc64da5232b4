package dync.compiler.graph;

import dync.compiler.source.Span;
import dync.compiler.value.TensorShape;
import java.util.List;

/**
 * One value that a model computes at each step.
 *
 * @param id its index in the graph
 * @param name its path in the source, such as {@code V1.conv}
 * @param shape without the batch
 */
public record Node(
        int id, String name, Op op, List<Operand> operands, TensorShape shape, Presence presence, Span span) {

    /** The nodes that it reads, with their delays. */
    public List<Operand.Read> reads() {
        return operands.stream()
                .filter(Operand.Read.class::isInstance)
                .map(Operand.Read.class::cast)
                .toList();
    }

    /** Whether it draws at random or gathers statistics while training. */
    public boolean dependsOnTraining() {
        return op instanceof Op.Primitive primitive && primitive.dependsOnTraining();
    }

    /** Whether it is the same at every step. */
    public boolean isWeight() {
        return op instanceof Op.Weight;
    }
}
