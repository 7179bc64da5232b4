package dync.compiler.graph;

import dync.compiler.ast.Declaration;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Salvage;
import dync.compiler.ast.Step;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.evaluate.Binder;
import dync.compiler.evaluate.Describe;
import dync.compiler.evaluate.Evaluator;
import dync.compiler.evaluate.Operations;
import dync.compiler.evaluate.Sharing;
import dync.compiler.model.Rounds;
import dync.compiler.model.Settlement;
import dync.compiler.source.Span;
import dync.compiler.value.Dimension;
import dync.compiler.value.Scope;
import dync.compiler.value.TensorShape;
import dync.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Walks the steps of a body and adds what they compute to the graph. */
final class BodyBuilder {
    private final Draft draft;
    private final PrimitiveBuilder primitives;
    private final StateBuilder states;
    private final PenaltyBuilder penalties;
    private final Rounds rounds = new Rounds();

    BodyBuilder(Draft draft, StateBuilder states) {
        this.draft = draft;
        this.primitives = new PrimitiveBuilder(draft);
        this.states = states;
        this.penalties = new PenaltyBuilder(draft);
    }

    /** The penalties of all bodies. */
    PenaltyBuilder penalties() {
        return penalties;
    }

    /** Runs {@code flow} through the steps; poison where something was wrong. */
    Value run(List<Step> steps, Value flow, Frame frame) {
        frame.scope().bind("in", flow, Optional.empty(), Scope.Role.BUILTIN);
        return walk(steps, flow, frame);
    }

    Evaluator evaluator(Frame frame) {
        return new Evaluator(new FrameTensors(frame, draft, this), frame.reporter());
    }

    private Value walk(List<Step> steps, Value start, Frame frame) {
        for (Step step : steps) {
            if (step instanceof Step.Error) {
                Salvage.names(step.span()).forEach(name -> frame.scope()
                        .bind(name, new Value.Poison(), Optional.empty(), Scope.Role.DECLARATION));
            } else if (step instanceof Step.Declare declare) {
                Declaration inner = declare.declaration();
                frame.scope()
                        .bind(
                                inner.name().text(),
                                new Value.Declared(inner, frame.scope()),
                                Optional.of(inner.name().span()),
                                Scope.Role.DECLARATION);
            }
        }
        Value flow = start;
        for (Step step : steps) {
            if (draft.isFull()) {
                tooLarge(draft, step.span(), frame.reporter());
                return new Value.Poison();
            }
            frame.flow(flow);
            int first = draft.size();
            Value before = flow;
            flow = step(step, before, frame);
            frame.scope().observer().built(step, frame.path(), first, draft.size());
            if (flow instanceof Value.Signal signal) {
                frame.scope().observer().flow(step, frame.path(), before, signal);
            }
        }
        frame.flow(flow);
        return flow;
    }

    /** Says once, where it happens, that a model has grown too large. */
    static void tooLarge(Draft draft, Span span, Reporter reporter) {
        if (draft.isFirstRefusal()) {
            reporter.report(Diagnostic.error(
                            Code.DYN0506, span, "the model grows beyond " + Draft.MOST_NODES + " operations here")
                    .help("use smaller counts in repeat and for, and fewer blocks inside blocks"));
        }
    }

    private Value step(Step step, Value flow, Frame frame) {
        Scope scope = frame.scope();
        if (step instanceof Step.Op op) {
            return operation(op, flow, frame);
        }
        if (step instanceof Step.Let let) {
            Frame named = frame.below(frame.local(let.name().text()), scope);
            scope.bind(
                    let.name().text(),
                    evaluator(named).evaluate(let.value(), scope),
                    let.name().span(),
                    Scope.Role.LET,
                    new Scope.Origin(let.value(), scope));
            return flow;
        }
        if (step instanceof Step.Apply apply) {
            return tensor(apply.value(), frame, "apply");
        }
        if (step instanceof Step.Merge merge) {
            return merge(merge, flow, frame);
        }
        if (step instanceof Step.If choice) {
            Optional<Boolean> holds = evaluator(frame).condition(choice.condition(), scope);
            return holds.isEmpty()
                    ? new Value.Poison()
                    : inner(holds.get() ? choice.then() : choice.otherwise(), flow, frame, scope.inner());
        }
        if (step instanceof Step.For loop) {
            return rounds(loop, flow, frame);
        }
        if (step instanceof Step.Repeat repeat) {
            Optional<Integer> count = rounds.repeat(repeat.count(), scope, evaluator(frame), frame.reporter());
            Value result = count.isEmpty() ? new Value.Poison() : flow;
            for (int i = 0; i < count.orElse(0); i++) {
                result = inner(repeat.body(), result, frame, scope.inner());
            }
            return result;
        }
        if (step instanceof Step.Weight weight) {
            String name = frame.local(weight.name().text());
            Value built = new WeightBuilder(draft, evaluator(frame), frame.reporter())
                    .build(weight, frame.path(), name, frame.shared(name), scope, weight.span())
                    .map(Value.class::cast)
                    .orElseGet(Value.Poison::new);
            scope.bind(weight.name().text(), built, Optional.of(weight.name().span()), Scope.Role.WEIGHT);
            return flow;
        }
        if (step instanceof Step.Require require) {
            new Settlement(evaluator(frame), frame.reporter())
                    .require(require.condition(), require.message(), scope, require.span());
            return flow;
        }
        if (step instanceof Step.Penalty penalty) {
            if (flow instanceof Value.Signal signal) {
                penalties.build(penalty, signal, frame, evaluator(frame));
            }
            return flow;
        }
        if (step instanceof Step.Error) {
            return new Value.Poison();
        }
        return frame.area().isPresent() ? states.step(step, flow, frame, this) : flow;
    }

    private Value inner(List<Step> steps, Value flow, Frame frame, Scope scope) {
        Frame within = frame.within(scope);
        Value result = walk(steps, flow, within);
        frame.leave(within);
        return result;
    }

    private Value rounds(Step.For loop, Value flow, Frame frame) {
        Optional<Rounds.Range> range =
                rounds.range(loop.from(), loop.to(), frame.scope(), evaluator(frame), frame.reporter());
        if (range.isEmpty()) {
            return new Value.Poison();
        }
        Value result = flow;
        for (int i = range.get().first(); i < range.get().end(); i++) {
            Scope scope = frame.scope().inner();
            scope.bind(
                    loop.variable().text(),
                    Value.Num.of(i),
                    Optional.of(loop.variable().span()),
                    Scope.Role.LET);
            result = inner(loop.body(), result, frame, scope);
        }
        return result;
    }

    private Value operation(Step.Op op, Value flow, Frame frame) {
        Optional<Value.Declared> operation = Operations.find(op.name(), frame.scope());
        if (operation.isEmpty()) {
            Operations.reportUnknown(op.name(), frame.scope(), frame.reporter());
            return new Value.Poison();
        }
        if (!(flow instanceof Value.Signal signal)) {
            return new Value.Poison();
        }
        if (operation.get().declaration() instanceof Declaration.Function) {
            Frame named = frame.below(frame.local(op.name().text()), frame.scope());
            return evaluator(named).apply(operation.get(), flow, op.arguments(), frame.scope(), op.span());
        }
        Expression.Call call = new Expression.Call(op.span(), op.name(), op.arguments(), true);
        return operation.get().declaration() instanceof Declaration.Primitive
                ? primitive(call, operation.get(), signal, frame.scope(), frame)
                : block(call, operation.get(), signal, frame.scope(), frame);
    }

    Value primitive(Expression.Call call, Value.Declared operation, Value.Signal flow, Scope from, Frame frame) {
        return primitives.build(call, operation, flow, from, evaluator(frame), frame);
    }

    Value block(Expression.Call call, Value.Declared operation, Value.Signal flow, Scope from, Frame frame) {
        Declaration.Block block = (Declaration.Block) operation.declaration();
        Scope scope = operation.home().inner();
        scope.bind("in", flow, Optional.empty(), Scope.Role.BUILTIN);
        Sharing sharing = Sharing.of(call.arguments(), block.parameters(), Reporter.silent());
        boolean right = new Binder(evaluator(frame), frame.reporter())
                .bind(
                        block.parameters(),
                        sharing.rest(),
                        from,
                        scope,
                        block.name().text(),
                        call.span());
        Frame below = frame.below(
                frame.local(block.name().text()),
                scope,
                frame.reporter().inside(block.name().text(), block.span(), call.span()),
                source(sharing, frame));
        if (below.isTooDeep()) {
            frame.reporter()
                    .report(Diagnostic.error(
                                    Code.DYN0711,
                                    call.name().span(),
                                    "the block " + block.name().text() + " uses itself without end")
                            .help("repeat n { … } applies steps several times"));
            return new Value.Poison();
        }
        return right ? run(block.body(), flow, below) : new Value.Poison();
    }

    /** A connection's body on a delayed state; {@code out} is the shape that it must reach. */
    Value connection(
            Value.Declared connection,
            List<dync.compiler.ast.Argument> arguments,
            Value.Signal state,
            TensorShape out,
            Frame frame,
            String name,
            Span site) {
        Declaration.Connection declared = (Declaration.Connection) connection.declaration();
        Scope scope = connection.home().inner();
        scope.bind("in", state, Optional.empty(), Scope.Role.BUILTIN);
        scope.bind("out", new Value.ShapeOf(Optional.of(out)), Optional.empty(), Scope.Role.BUILTIN);
        Sharing sharing = Sharing.of(arguments, declared.parameters(), Reporter.silent());
        boolean right = new Binder(evaluator(frame), frame.reporter())
                .bind(
                        declared.parameters(),
                        sharing.rest(),
                        frame.scope(),
                        scope,
                        declared.name().text(),
                        site);
        Reporter reporter = frame.reporter().inside(declared.name().text(), declared.span(), site);
        return right
                ? run(declared.body(), state, frame.below(name, scope, reporter, source(sharing, frame)))
                : new Value.Poison();
    }

    private Optional<WeightTable.Source> source(Sharing sharing, Frame frame) {
        return sharing.path().map(path -> draft.weights().source(path, frame.path(), frame.reporter()));
    }

    private Value tensor(Expression expression, Frame frame, String what) {
        Value value = evaluator(frame).evaluate(expression, frame.scope());
        if (value instanceof Value.Signal || value instanceof Value.Poison) {
            return value;
        }
        frame.reporter()
                .report(Diagnostic.error(
                        Code.DYN0404, expression.span(), what + " wants a tensor, not " + Describe.value(value)));
        return new Value.Poison();
    }

    private Value merge(Step.Merge merge, Value flow, Frame frame) {
        Value other = tensor(merge.value(), frame, merge.kind().keyword());
        if (!(flow instanceof Value.Signal main) || !(other instanceof Value.Signal side)) {
            // what is added or gated keeps the shape of the flow: what follows is checked with it
            return merge.kind() == Step.MergeKind.CONCAT ? new Value.Poison() : flow;
        }
        return merge.kind() == Step.MergeKind.CONCAT
                ? concat(List.of(main, side), merge.span(), frame)
                        .map(Value.class::cast)
                        .orElseGet(Value.Poison::new)
                : join(merge, main, side, frame);
    }

    private Value join(Step.Merge merge, Value.Signal main, Value.Signal side, Frame frame) {
        TensorShape shape = main.shape().orElseThrow();
        if (!shape.broadcast(side.shape().orElseThrow()).equals(main.shape())) {
            frame.reporter()
                    .report(Diagnostic.error(
                                    Code.DYN0303,
                                    merge.span(),
                                    merge.kind().keyword() + " cannot merge "
                                            + side.shape().get() + " into a flow of " + shape)
                            .help("bring it to " + shape + " first, for example with conv and resample"));
            return main;
        }
        String function = merge.kind() == Step.MergeKind.ADD ? "add" : "gate";
        List<Operand> operands = List.of(FrameTensors.read(main), FrameTensors.read(side));
        int node = draft.add(frame.next(function), new Op.Pointwise(function), operands, shape, merge.span());
        return FrameTensors.signal(node, shape, Dimension.NUMBER);
    }

    /** Channels behind channels; empty where sizes differ, which is reported. */
    Optional<Value.Signal> concat(List<Value.Signal> signals, Span span, Frame frame) {
        TensorShape first = signals.get(0).shape().orElseThrow();
        long channels = 0;
        List<Operand> operands = new ArrayList<>();
        for (Value.Signal signal : signals) {
            TensorShape shape = signal.shape().orElseThrow();
            boolean fits = shape.isSpatial()
                    && first.isSpatial()
                    && shape.height() == first.height()
                    && shape.width() == first.width();
            if (!fits) {
                frame.reporter()
                        .report(Diagnostic.error(
                                        Code.DYN0303,
                                        span,
                                        "channels of " + first + " and " + shape + " cannot be put behind each other")
                                .help("height and width must be equal: use resample"));
                return Optional.empty();
            }
            channels += shape.channels();
            operands.add(FrameTensors.read(signal));
        }
        TensorShape shape = TensorShape.of(channels, first.height(), first.width());
        int node = draft.add(frame.next("concat"), new Op.Concat(), operands, shape, span);
        return Optional.of(FrameTensors.signal(node, shape, Dimension.NUMBER));
    }
}
