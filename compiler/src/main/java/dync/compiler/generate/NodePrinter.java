package dync.compiler.generate;

import com.squareup.javapoet.CodeBlock;
import dync.compiler.graph.Graph;
import dync.compiler.graph.Node;
import dync.compiler.graph.Op;
import dync.compiler.graph.Operand;
import dync.compiler.graph.Presence;
import dync.compiler.plan.Plan;
import dync.compiler.value.Past;
import dync.compiler.value.Symbol;
import dync.compiler.value.TensorShape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Prints the value of a node, and what stands for it while it is absent. */
final class NodePrinter {
    private final Plan plan;
    private final Graph graph;
    private final Access access;

    NodePrinter(Plan plan, Access access) {
        this.plan = plan;
        this.graph = plan.graph();
        this.access = access;
    }

    static String sizes(TensorShape shape) {
        return shape.sizes().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** Whether the value depends on how many steps have passed. */
    boolean looksAtTime(Node node) {
        Presence presence = node.presence();
        if (presence.isNever() || !presence.isKnown()) {
            return false;
        }
        return presence.first() > 0
                || node.op() instanceof Op.Primitive primitive
                        && primitive.fillsAbsence()
                        && arrivals(node).get(0) > 0
                || node.op() instanceof Op.Combine
                        && arrivals(node).stream()
                                        .distinct()
                                        .filter(a -> a != Presence.NEVER)
                                        .count()
                                > 1;
    }

    CodeBlock value(Node node) {
        Presence presence = node.presence();
        if (presence.isNever()) {
            return CodeBlock.of("null");
        }
        if (node.op() instanceof Op.Stimulus stimulus) {
            return CodeBlock.of("loop.input($S)", stimulus.input());
        }
        if (node.op() instanceof Op.Combine combine) {
            return combine(node, combine);
        }
        if (node.op() instanceof Op.Primitive primitive && primitive.fillsAbsence()) {
            return filled(node);
        }
        CodeBlock value = compute(node);
        if (presence.isKnown()) {
            return presence.first() == 0 ? value : CodeBlock.of("t < $L ? null : $L", presence.first(), value);
        }
        List<String> missing = new ArrayList<>();
        for (Operand.Read read : node.reads()) {
            Presence source = graph.node(read.node()).presence();
            boolean always =
                    source.isKnown() && (source.first() == 0 && read.delay() == 0 || read.past() == Past.BLANK);
            if (!always && read.past() != Past.ZERO) {
                missing.add(access.operand(read, node) + " == null");
            }
        }
        boolean passes = value.toString().equals(operand(node, 0));
        return passes || missing.isEmpty()
                ? value
                : CodeBlock.of("$L ? null : $L", String.join(" || ", missing), value);
    }

    private List<Integer> arrivals(Node node) {
        return node.reads().stream()
                .map(read -> {
                    Presence source = graph.node(read.node()).presence();
                    if (read.past() != Past.ABSENT) {
                        return 0;
                    }
                    return source.isNever() ? Presence.NEVER : source.first() + read.delay();
                })
                .toList();
    }

    /** The flow, and zeros while it is absent. */
    private CodeBlock filled(Node node) {
        String flow = operand(node, 0);
        String zeros = "loop.blank(" + sizes(node.shape()) + ")";
        if (node.reads().stream()
                .anyMatch(read -> !graph.node(read.node()).presence().isKnown())) {
            return CodeBlock.of("$T.blank($L, $L)", RuntimeTypes.OPS, flow, zeros);
        }
        int arrives = arrivals(node).get(0);
        if (arrives == Presence.NEVER) {
            return CodeBlock.of("$L", zeros);
        }
        return arrives == 0 ? CodeBlock.of("$L", flow) : CodeBlock.of("t < $L ? $L : $L", arrives, zeros, flow);
    }

    private CodeBlock combine(Node node, Op.Combine combine) {
        String function = combine.integration() == Symbol.ADDITIVE ? "add" : "gate";
        String flow = operand(node, 0);
        String drive = operand(node, 1);
        if (!node.presence().isKnown()) {
            return CodeBlock.of("$T.$LPresent($L, $L)", RuntimeTypes.OPS, function, flow, drive);
        }
        List<Integer> arrivals = arrivals(node);
        int first = arrivals.get(0);
        int second = arrivals.get(1);
        int late = Math.max(first, second);
        CodeBlock both = both(node, function, flow, drive);
        CodeBlock value = both;
        if (first != second) {
            String early = first < second ? flow : drive;
            value = late == Presence.NEVER
                    ? CodeBlock.of("$L", early)
                    : CodeBlock.of("t < $L ? $L : $L", late, early, both);
        }
        int start = node.presence().first();
        return start == 0 ? value : CodeBlock.of("t < $L ? null : $L", start, value);
    }

    private CodeBlock both(Node node, String function, String flow, String drive) {
        Integer over = plan.overwritten().get(node.id());
        if (over == null) {
            return CodeBlock.of("$T.$L($L, $L)", RuntimeTypes.OPS, function, flow, drive);
        }
        return over == 0
                ? CodeBlock.of("$T.$LInto($L, $L)", RuntimeTypes.OPS, function, flow, drive)
                : CodeBlock.of("$T.$LInto($L, $L)", RuntimeTypes.OPS, function, drive, flow);
    }

    private String operand(Node node, int number) {
        return access.operand(node.operands().get(number), node);
    }

    private static String function(Node node) {
        return node.op() instanceof Op.Primitive primitive ? primitive.name() : ((Op.Pointwise) node.op()).function();
    }

    private CodeBlock compute(Node node) {
        List<String> operands = node.operands().stream()
                .map(operand -> access.operand(operand, node))
                .collect(Collectors.toCollection(ArrayList::new));
        if (plan.overwritten().containsKey(node.id())) {
            // what is written over comes first; of the two of a sum it may be either
            operands.add(0, operands.remove((int) plan.overwritten().get(node.id())));
            return call(function(node) + "Into", operands);
        }
        if (node.op() instanceof Op.Primitive primitive) {
            primitive.arguments().forEach(argument -> operands.add(argument(argument)));
            return primitive.method().isPresent()
                    ? CodeBlock.of(
                            "$L.$L($L)",
                            primitive.method().get().type(),
                            primitive.method().get().name(),
                            String.join(", ", operands))
                    : call(primitive.name(), operands);
        }
        if (node.op() instanceof Op.Pointwise pointwise) {
            return pointwise.function().equals("identity")
                    ? CodeBlock.of("$L", operands.get(0))
                    : call(pointwise.function(), operands);
        }
        if (node.op() instanceof Op.Reduce reduce) {
            return CodeBlock.of(
                    "$T.$L($L, $S)",
                    RuntimeTypes.OPS,
                    reduce.function(),
                    operands.get(0),
                    reduce.axes().word());
        }
        return node.op() instanceof Op.Concat ? call("concat", operands) : CodeBlock.of("$L", operands.get(0));
    }

    private static CodeBlock call(String method, List<String> arguments) {
        return CodeBlock.of("$T.$L($L)", RuntimeTypes.OPS, method, String.join(", ", arguments));
    }

    private static String argument(Op.CallArgument argument) {
        if (argument instanceof Op.CallArgument.Whole whole) {
            return String.valueOf(whole.value());
        }
        if (argument instanceof Op.CallArgument.Number number) {
            return String.valueOf(number.value());
        }
        if (argument instanceof Op.CallArgument.Text text) {
            return CodeBlock.of("$S", text.value()).toString();
        }
        if (argument instanceof Op.CallArgument.Truth truth) {
            return String.valueOf(truth.value());
        }
        return argument instanceof Op.CallArgument.Training ? "isTraining()" : "sheets()";
    }
}
