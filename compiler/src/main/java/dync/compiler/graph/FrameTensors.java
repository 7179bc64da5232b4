package dync.compiler.graph;

import dync.compiler.ast.Declaration;
import dync.compiler.ast.Expression;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.evaluate.TensorBuilder;
import dync.compiler.source.Span;
import dync.compiler.value.Dimension;
import dync.compiler.value.Past;
import dync.compiler.value.Scope;
import dync.compiler.value.Symbol;
import dync.compiler.value.TensorShape;
import dync.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds to the graph what the expressions of one body ask for. */
final class FrameTensors implements TensorBuilder {
    private final Frame frame;
    private final Draft draft;
    private final BodyBuilder bodies;

    FrameTensors(Frame frame, Draft draft, BodyBuilder bodies) {
        this.frame = frame;
        this.draft = draft;
        this.bodies = bodies;
    }

    @Override
    public Value pointwise(String function, List<Value> operands, Dimension result, Span span, Reporter reporter) {
        if (draft.isFull()) {
            BodyBuilder.tooLarge(draft, span, reporter);
            return new Value.Poison();
        }
        TensorShape shape = TensorShape.SCALAR;
        List<Operand> inputs = new ArrayList<>();
        for (Value operand : operands) {
            if (operand instanceof Value.Num num) {
                inputs.add(new Operand.Constant(num.exact().orElseThrow().doubleValue()));
                continue;
            }
            Value.Signal signal = (Value.Signal) operand;
            Optional<TensorShape> both = shape.broadcast(signal.shape().orElseThrow());
            if (both.isEmpty()) {
                reporter.report(Diagnostic.error(
                                Code.DYN0303,
                                span,
                                "a tensor of " + shape + " and one of "
                                        + signal.shape().get() + " do not fit together")
                        .help("make sizes equal, or 1 where a value serves for all"));
                return new Value.Poison();
            }
            shape = both.get();
            inputs.add(read(signal));
        }
        int node = draft.add(frame.next(function), new Op.Pointwise(function), inputs, shape, span);
        return signal(node, shape, result);
    }

    @Override
    public Value reduce(String function, Value.Signal operand, Symbol axes, Span span, Reporter reporter) {
        TensorShape shape = operand.shape().orElseThrow();
        if (!shape.isSpatial()) {
            reporter.report(Diagnostic.error(
                    Code.DYN0301,
                    span,
                    function + " over " + axes.word() + " needs channels and space, and the tensor" + " has " + shape));
            return new Value.Poison();
        }
        TensorShape reduced = TensorShape.of(
                axes == Symbol.CHANNELS ? 1 : shape.channels(),
                axes == Symbol.SPACE || axes == Symbol.HEIGHT ? 1 : shape.height(),
                axes == Symbol.SPACE || axes == Symbol.WIDTH ? 1 : shape.width());
        int node =
                draft.add(frame.next(function), new Op.Reduce(function, axes), List.of(read(operand)), reduced, span);
        return signal(node, reduced, operand.dimension());
    }

    @Override
    public Value apply(
            Expression.Call call, Value.Declared operation, Value.Signal flow, Scope scope, Reporter reporter) {
        return operation.declaration() instanceof Declaration.Primitive
                ? bodies.primitive(call, operation, flow, scope, frame)
                : bodies.block(call, operation, flow, scope, frame);
    }

    static Operand.Read read(Value.Signal signal) {
        return new Operand.Read(signal.node(), signal.delay(), signal.past());
    }

    static Value.Signal signal(int node, TensorShape shape, Dimension dimension) {
        return new Value.Signal(node, 0, Past.ABSENT, Optional.of(shape), dimension);
    }
}
