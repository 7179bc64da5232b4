package dync.compiler.optimise;

import dync.compiler.graph.Node;
import dync.compiler.graph.Op;
import dync.compiler.graph.Operand;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads nodes as sums: additions, subtractions and scalings are looked through, everything else is a part. */
final class AffineForms {
    private final Rewrite rewrite;
    private final Map<Integer, Optional<Affine>> forms = new HashMap<>();
    private final Map<Integer, Polynomial> scalars = new HashMap<>();

    AffineForms(Rewrite rewrite) {
        this.rewrite = rewrite;
    }

    /** The sum that a node is; empty where it is something else. */
    Optional<Affine> of(int id) {
        if (!forms.containsKey(id)) {
            forms.put(id, read(rewrite.node(id)));
        }
        return forms.get(id);
    }

    private Optional<Affine> read(Node node) {
        if (!(node.op() instanceof Op.Pointwise pointwise) || isScalar(node)) {
            return Optional.empty();
        }
        List<Operand> operands = node.operands();
        return switch (pointwise.function()) {
            case "add" -> sum(node, 1);
            case "sub" -> sum(node, -1);
            case "neg" -> part(operands.get(0), node).map(x -> x.times(Polynomial.of(-1)));
            case "mul" ->
                scalar(operands.get(1))
                        .flatMap(factor -> part(operands.get(0), node).map(x -> x.times(factor)))
                        .or(() -> scalar(operands.get(0))
                                .flatMap(factor -> part(operands.get(1), node).map(x -> x.times(factor))));
            case "div" ->
                scalar(operands.get(1)).flatMap(Polynomial::inverse).flatMap(factor -> part(operands.get(0), node)
                        .map(x -> x.times(factor)));
            default -> Optional.empty();
        };
    }

    private Optional<Affine> sum(Node node, int sign) {
        Optional<Affine> first = part(node.operands().get(0), node);
        Optional<Affine> second = part(node.operands().get(1), node);
        return first.isPresent() && second.isPresent()
                ? Optional.of(first.get().plus(second.get(), sign))
                : Optional.empty();
    }

    private Optional<Affine> part(Operand operand, Node reader) {
        if (!(operand instanceof Operand.Read read)) {
            return Optional.empty();
        }
        Node source = rewrite.node(read.node());
        if (!source.shape().equals(reader.shape())) {
            return Optional.empty();
        }
        return read.delay() == 0 && !rewrite.isFixed(source.id())
                ? of(source.id()).or(() -> Optional.of(Affine.leaf(read)))
                : Optional.of(Affine.leaf(read));
    }

    private static boolean isScalar(Node node) {
        return node.shape().isScalar();
    }

    private Optional<Polynomial> scalar(Operand operand) {
        if (operand instanceof Operand.Constant constant) {
            return Optional.of(Polynomial.of(constant.value()));
        }
        return operand instanceof Operand.Read read && read.delay() == 0 && isTimeless(read.node())
                ? Optional.of(polynomial(rewrite.node(read.node())))
                : Optional.empty();
    }

    /** Whether a scalar follows from weights alone. */
    private boolean isTimeless(int id) {
        Node node = rewrite.node(id);
        return isScalar(node)
                && (node.isWeight()
                        || node.op() instanceof Op.Pointwise
                                && node.operands().stream()
                                        .allMatch(operand -> !(operand instanceof Operand.Read read)
                                                || read.delay() == 0 && isTimeless(read.node())));
    }

    private Polynomial polynomial(Node node) {
        Polynomial known = scalars.get(node.id());
        if (known == null) {
            known = arithmetic(node).orElse(Polynomial.scalar(node.id()));
            scalars.put(node.id(), known);
        }
        return known;
    }

    private Optional<Polynomial> arithmetic(Node node) {
        if (!(node.op() instanceof Op.Pointwise pointwise)) {
            return Optional.empty();
        }
        List<Polynomial> operands = node.operands().stream()
                .map(this::scalar)
                .flatMap(Optional::stream)
                .toList();
        if (operands.size() < node.operands().size()) {
            return Optional.empty();
        }
        return switch (pointwise.function()) {
            case "add" -> Optional.of(operands.get(0).plus(operands.get(1), 1));
            case "sub" -> Optional.of(operands.get(0).plus(operands.get(1), -1));
            case "neg" -> Optional.of(Polynomial.of(0).plus(operands.get(0), -1));
            case "mul" -> Optional.of(operands.get(0).times(operands.get(1)));
            case "div" -> operands.get(1).inverse().map(operands.get(0)::times);
            default -> Optional.empty();
        };
    }
}
