package dync.compiler.graph;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Item;
import dync.compiler.ast.Name;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.model.Delay;
import dync.compiler.model.Model;
import dync.compiler.model.References;
import dync.compiler.source.Span;
import dync.compiler.value.Dimension;
import dync.compiler.value.Scope;
import dync.compiler.value.TensorShape;
import dync.compiler.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Builds skips and feedbacks. The place where one joins is built with its target; what it carries is built when all
 * areas stand, because a feedback reads an area that is built later.
 */
final class WireBuilder {
    private record Joint(Model.Wire wire, int node, TensorShape shape, Frame frame, String name) {}

    private final Draft draft;
    private final Model model;
    private final Scope standard;
    private final List<Joint> joints = new ArrayList<>();
    private final Set<Model.Wire> received = new HashSet<>();

    WireBuilder(Draft draft, Model model, Scope standard) {
        this.draft = draft;
        this.model = model;
        this.standard = standard;
    }

    /** The flow with a wire joined to it; what the wire carries follows in {@link #connect}. */
    Value.Signal receive(Model.Wire wire, Value.Signal flow, Frame frame) {
        String name = frame.local(wire.kind().keyword() + "_" + wire.source());
        TensorShape shape = flow.shape().orElseThrow();
        int node = draft.add(
                frame.path() + "." + name + ".sum",
                new Op.Combine(wire.combine(), joint(wire)),
                List.of(FrameTensors.read(flow)),
                shape,
                wire.span());
        joints.add(new Joint(wire, node, shape, frame, name));
        received.add(wire);
        return FrameTensors.signal(node, shape, Dimension.NUMBER);
    }

    private static Op.Joint joint(Model.Wire wire) {
        Op.JointKind kind = wire.kind() == Item.Kind.SKIP ? Op.JointKind.SKIP : Op.JointKind.FEEDBACK;
        return new Op.Joint(kind, wire.source(), wire.delay().steps(), Optional.empty());
    }

    /**
     * Builds what the wires carry.
     *
     * @param ordered whether the areas have an order, which says what is forwards
     * @return whether all of them lead the way that their kind says
     */
    boolean connect(Map<String, AreaState> areas, boolean ordered, BodyBuilder bodies, Reporter reporter) {
        List<String> order = List.copyOf(areas.keySet());
        boolean allRight = true;
        for (Model.Wire wire : model.wires()) {
            AreaState target = areas.get(wire.target());
            boolean right = !ordered || isRightWay(wire, order, target, reporter);
            allRight &= right;
            checkLength(wire.delay(), describe(wire), reporter);
            if (right && target != null && !target.hasReceived(wire.kind())) {
                String keyword = wire.kind().keyword();
                reporter.report(Diagnostic.error(
                                Code.DYN0704,
                                wire.span(),
                                "nothing receives this " + keyword + ": " + wire.target() + " has no receive "
                                        + keyword)
                        .label(target.area().span(), wire.target() + " is declared here")
                        .help("add receive " + keyword + " to its body, where the signal should join"));
            }
        }
        for (Joint joint : joints) {
            AreaState source = areas.get(joint.wire().source());
            if (source != null && source.shape().isPresent()) {
                connect(joint, source, bodies, reporter);
            }
        }
        return allRight;
    }

    private static String describe(Model.Wire wire) {
        return wire.kind().keyword() + " " + wire.source() + " -> " + wire.target();
    }

    private static boolean isRightWay(Model.Wire wire, List<String> order, AreaState target, Reporter reporter) {
        boolean forward = order.indexOf(wire.source()) < order.indexOf(wire.target());
        boolean skip = wire.kind() == Item.Kind.SKIP;
        if (wire.source().equals(wire.target())) {
            reporter.report(References.wiredToItself(wire.span(), wire.source()));
            return false;
        }
        if (skip != forward) {
            Item.Kind otherKind = skip ? Item.Kind.FEEDBACK : Item.Kind.SKIP;
            String other = otherKind.keyword();
            Span keyword = new Span(
                    wire.span().source(),
                    wire.span().start(),
                    wire.span().start() + wire.kind().keyword().length());
            Diagnostic wrong = References.wrongWay(wire.span(), wire.kind(), wire.source(), wire.target());
            reporter.report(
                    target != null && target.hasReceived(otherKind)
                            ? wrong.fix("write " + other + " instead", keyword, other)
                            : wrong.help("write " + other + " instead, and receive " + other + " in " + wire.target()));
            return false;
        }
        return true;
    }

    private void connect(Joint joint, AreaState source, BodyBuilder bodies, Reporter reporter) {
        Model.Wire wire = joint.wire();
        Value.Signal state = source.read(wire.delay().steps());
        Frame frame = joint.frame().below(joint.name(), wire.scope().inner());
        TensorShape from = state.shape().orElseThrow();
        if (wire.body().isEmpty()
                && !from.equals(joint.shape())
                && !(from.isSpatial() && joint.shape().isSpatial())) {
            reporter.report(Diagnostic.error(
                            Code.DYN0304,
                            wire.span(),
                            describe(wire) + " cannot be added: " + wire.source() + " is " + from + " here, "
                                    + wire.target() + " receives " + joint.shape())
                    .help("give it a body that brings one to the other"));
            return;
        }
        if (wire.body().isEmpty()) {
            draft.operand(joint.node(), FrameTensors.read(bridge(state, joint.shape(), wire.span(), frame, bodies)));
            return;
        }
        Value carried = bodies.run(wire.body(), state, frame);
        if (!(carried instanceof Value.Signal signal)) {
            return;
        }
        if (signal.shape().orElseThrow().equals(joint.shape())) {
            draft.operand(joint.node(), FrameTensors.read(signal));
            return;
        }
        reporter.report(misfit(joint, source, signal.shape().get()));
    }

    private static Diagnostic misfit(Joint joint, AreaState source, TensorShape yields) {
        Model.Wire wire = joint.wire();
        Span last = wire.body().get(wire.body().size() - 1).span();
        Diagnostic misfit = Diagnostic.error(
                        Code.DYN0304,
                        last,
                        describe(wire) + " cannot be added: " + wire.source() + " is "
                                + source.shape().orElseThrow() + " here, " + wire.target() + " receives "
                                + joint.shape())
                .says("yields " + yields);
        if (yields.isSpatial()
                && joint.shape().isSpatial()
                && yields.channels() != joint.shape().channels()) {
            return misfit.help(
                    "make the last convolution yield " + joint.shape().channels() + " channels: conv("
                            + joint.shape().channels() + ", …)");
        }
        return misfit.help("end the body with resample(" + joint.shape().height() + ", "
                + joint.shape().width() + "), or leave the body out and let it be bridged");
    }

    /** Brings a state to another shape: a 1×1 convolution where channels differ, then nearest resampling. */
    private Value.Signal bridge(Value.Signal state, TensorShape shape, Span span, Frame frame, BodyBuilder bodies) {
        Value.Signal bridged = state;
        TensorShape from = state.shape().orElseThrow();
        if (from.channels() != shape.channels()) {
            double spread = Math.min(0.001, 1 / Math.sqrt((double) from.channels() * shape.channels()));
            Value conv = call(
                    "conv",
                    List.of(
                            argument("channels", number((double) shape.channels(), span), span),
                            argument("kernel", number(1, span), span),
                            argument(
                                    "init",
                                    new Expression.Call(
                                            span,
                                            new Name(span, "truncated_normal"),
                                            List.of(new Argument(span, Optional.empty(), number(spread, span))),
                                            true),
                                    span)),
                    bridged,
                    span,
                    frame,
                    bodies);
            bridged = conv instanceof Value.Signal signal ? signal : bridged;
        }
        return from.height() == shape.height() && from.width() == shape.width()
                ? bridged
                : resample(bridged, shape, span, frame, bodies);
    }

    /** Nearest resampling to the height and width of a shape. */
    Value.Signal resample(Value.Signal signal, TensorShape shape, Span span, Frame frame, BodyBuilder bodies) {
        Value resampled = call(
                "resample",
                List.of(
                        argument("height", number((double) shape.height(), span), span),
                        argument("width", number((double) shape.width(), span), span)),
                signal,
                span,
                frame,
                bodies);
        return resampled instanceof Value.Signal right ? right : signal;
    }

    private Value call(
            String primitive, List<Argument> arguments, Value.Signal flow, Span span, Frame frame, BodyBuilder bodies) {
        Value.Declared declared =
                (Value.Declared) standard.find(primitive).orElseThrow().value();
        Expression.Call call = new Expression.Call(span, new Name(span, primitive), arguments, true);
        return bodies.primitive(call, declared, flow, standard, frame);
    }

    private static Argument argument(String name, Expression value, Span span) {
        return new Argument(span, Optional.of(new Name(span, name)), value);
    }

    private static Expression number(double value, Span span) {
        return new Expression.Number(span, BigDecimal.valueOf(value), false);
    }

    /** Warns of a delay that no run of the usual length lives to see. */
    void checkLength(Delay delay, String what, Reporter reporter) {
        if (delay.steps() >= model.clock().steps()) {
            reporter.report(Diagnostic.warning(
                            Code.DYN0604,
                            delay.span(),
                            "the delay of " + what + " is " + delay.steps() + " steps, and a run has "
                                    + model.clock().steps())
                    .help("shorten the delay, or give the clock more steps"));
        }
    }
}
