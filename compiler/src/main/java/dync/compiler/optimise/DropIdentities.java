package dync.compiler.optimise;

import dync.compiler.graph.Node;
import dync.compiler.graph.Op;
import dync.compiler.graph.Operand;
import java.util.List;
import java.util.Optional;

/** Drops what changes nothing: a pool over one place, a resampling to the same size, a factor of one. */
final class DropIdentities implements Pass {

    @Override
    public void apply(Rewrite rewrite) {
        for (Node node : rewrite.all()) {
            Optional<Operand.Read> same = unchanged(rewrite, rewrite.node(node.id()));
            if (same.isPresent() && !rewrite.isFixed(node.id())) {
                Node source = rewrite.node(same.get().node());
                if (same.get().delay() == 0
                        && source.shape().equals(node.shape())
                        && source.presence().equals(node.presence())) {
                    rewrite.redirect(node.id(), source.id());
                    rewrite.note(node.name() + " changes nothing and is left out");
                }
            }
        }
    }

    /** The operand that the node passes on as it is. */
    private static Optional<Operand.Read> unchanged(Rewrite rewrite, Node node) {
        if (node.op() instanceof Op.Primitive primitive && changesNothing(rewrite, node, primitive)) {
            return flow(node);
        }
        if (node.op() instanceof Op.Pointwise pointwise) {
            return switch (pointwise.function()) {
                case "identity" -> flow(node);
                case "mul" -> isConstant(node, 1, 1) ? flow(node) : isConstant(node, 0, 1) ? second(node) : none();
                case "add" -> isConstant(node, 1, 0) ? flow(node) : isConstant(node, 0, 0) ? second(node) : none();
                case "div", "pow" -> isConstant(node, 1, 1) ? flow(node) : none();
                case "sub" -> isConstant(node, 1, 0) ? flow(node) : none();
                default -> none();
            };
        }
        return none();
    }

    private static boolean changesNothing(Rewrite rewrite, Node node, Op.Primitive primitive) {
        List<Op.CallArgument> arguments = primitive.arguments();
        return switch (primitive.name()) {
            case "maxpool", "meanpool" ->
                isWhole(arguments.get(0), 1) && isWhole(arguments.get(1), 1) && isWhole(arguments.get(2), 0);
            case "resample" ->
                flow(node)
                        .map(read -> rewrite.node(read.node()).shape().equals(node.shape()))
                        .orElse(false);
            case "dropout" -> arguments.get(1) instanceof Op.CallArgument.Number p && p.value() == 0;
            default -> false;
        };
    }

    private static boolean isWhole(Op.CallArgument argument, long value) {
        return argument instanceof Op.CallArgument.Whole whole && whole.value() == value;
    }

    private static boolean isConstant(Node node, int operand, double value) {
        return node.operands().size() == 2
                && node.operands().get(operand) instanceof Operand.Constant constant
                && constant.value() == value;
    }

    private static Optional<Operand.Read> flow(Node node) {
        return read(node.operands().get(0));
    }

    private static Optional<Operand.Read> second(Node node) {
        return read(node.operands().get(1));
    }

    private static Optional<Operand.Read> read(Operand operand) {
        return operand instanceof Operand.Read read ? Optional.of(read) : none();
    }

    private static Optional<Operand.Read> none() {
        return Optional.empty();
    }
}
