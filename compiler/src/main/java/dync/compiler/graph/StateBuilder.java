package dync.compiler.graph;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Name;
import dync.compiler.ast.Step;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.evaluate.Evaluator;
import dync.compiler.evaluate.Typing;
import dync.compiler.model.Delay;
import dync.compiler.model.Delays;
import dync.compiler.model.Model;
import dync.compiler.model.Settlement;
import dync.compiler.source.Span;
import dync.compiler.value.Dimension;
import dync.compiler.value.Past;
import dync.compiler.value.Symbol;
import dync.compiler.value.TensorShape;
import dync.compiler.value.Type;
import dync.compiler.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the steps that use the state of an area: recurrence, wires that come in, dynamics, emission, probes. */
final class StateBuilder {
    private final Draft draft;
    private final Model model;
    private final Delays delays;
    private final WireBuilder wires;
    private final EvolveBuilder dynamics;
    private final Map<String, Integer> probes = new LinkedHashMap<>();

    StateBuilder(Draft draft, Model model, Delays delays, WireBuilder wires) {
        this.draft = draft;
        this.model = model;
        this.delays = delays;
        this.wires = wires;
        this.dynamics = new EvolveBuilder(draft, model);
    }

    /** What {@code record} keeps, by name. */
    Map<String, Integer> probes() {
        return probes;
    }

    /** The nodes that keep their last value. */
    List<Integer> held() {
        return dynamics.held();
    }

    Value step(Step step, Value flow, Frame frame, BodyBuilder bodies) {
        AreaState area = frame.area().orElseThrow();
        if (step instanceof Step.Receive receive) {
            area.receives(receive.kind());
        }
        if (step instanceof Step.Emit emit) {
            return emit(emit, flow, frame, area, bodies);
        }
        if (!(flow instanceof Value.Signal signal)) {
            return flow;
        }
        if (step instanceof Step.Recurrent recurrent) {
            return recurrent(recurrent, signal, frame, area, bodies);
        }
        if (step instanceof Step.Receive receive) {
            Value.Signal joined = signal;
            for (Model.Wire wire : model.wires()) {
                if (wire.target().equals(area.name()) && wire.kind() == receive.kind()) {
                    joined = wires.receive(wire, joined, frame);
                }
            }
            return joined;
        }
        if (step instanceof Step.Evolve evolve) {
            return dynamics.build(evolve, signal, frame, area, bodies);
        }
        if (step instanceof Step.Record record) {
            probes.put(frame.path() + "." + record.probe().text(), now(signal, record, frame));
        }
        return flow;
    }

    /** A node for the flow as it is in this step, whatever delay it has been read with. */
    private int now(Value.Signal signal, Step.Record record, Frame frame) {
        return signal.delay() == 0
                ? signal.node()
                : draft.add(
                        frame.next(record.probe().text()),
                        new Op.Pointwise("identity"),
                        List.of(FrameTensors.read(signal)),
                        signal.shape().orElseThrow(),
                        record.span());
    }

    private Value recurrent(
            Step.Recurrent recurrent, Value.Signal flow, Frame frame, AreaState area, BodyBuilder bodies) {
        Evaluator evaluator = bodies.evaluator(frame);
        Optional<Expression> kind = Optional.empty();
        Delay delay = new Delay(0, recurrent.span());
        Symbol combine = Symbol.ADDITIVE;
        List<Argument> rest = new ArrayList<>();
        for (Argument argument : recurrent.arguments()) {
            String name = argument.name().map(Name::text).orElse("");
            if (name.equals("delay")) {
                delay = delays.of(argument.value(), frame.scope(), "the recurrence of " + area.name());
            } else if (name.equals("combine")) {
                combine = new Settlement(evaluator, frame.reporter())
                        .combine(argument.value(), frame.scope(), "the recurrence of " + area.name())
                        .orElse(combine);
            } else if (kind.isEmpty() && (name.isEmpty() || name.equals("kind"))) {
                kind = Optional.of(argument.value());
            } else {
                rest.add(argument);
            }
        }
        Value connection = kind.map(expression -> Typing.convert(
                        evaluator.evaluate(expression, frame.scope()),
                        new Type("connection", false, true),
                        expression,
                        "recurrent",
                        frame.reporter()))
                .orElseGet(Value.Poison::new);
        if (!(connection instanceof Value.Declared declared)) {
            return connection instanceof Value.None ? flow : new Value.Poison();
        }
        TensorShape shape = flow.shape().orElseThrow();
        String name = frame.local("recurrent");
        int joint = draft.add(
                frame.path() + "." + name + ".sum",
                new Op.Combine(combine),
                List.of(FrameTensors.read(flow)),
                shape,
                recurrent.span());
        int steps = Math.max(1, delay.steps());
        wires.checkLength(delay, "the recurrence of " + area.name(), frame.reporter());
        area.whenCommitted(() -> area.shape().ifPresent(state -> {
            Value drive = bodies.connection(declared, rest, area.read(steps), shape, frame, name, recurrent.span());
            Frame inside = frame.below(name, frame.scope());
            if (drive instanceof Value.Signal signal) {
                fit(signal, shape, recurrent.span(), declared, inside, bodies)
                        .ifPresent(fitted -> draft.operand(joint, FrameTensors.read(fitted)));
            }
        }));
        return FrameTensors.signal(joint, shape, Dimension.NUMBER);
    }

    /** A recurrence is resampled to the size of the flow that it joins; its channels must be right. */
    private Optional<Value.Signal> fit(
            Value.Signal drive,
            TensorShape shape,
            Span span,
            Value.Declared connection,
            Frame frame,
            BodyBuilder bodies) {
        TensorShape yields = drive.shape().orElseThrow();
        if (yields.equals(shape)) {
            return Optional.of(drive);
        }
        String name = connection.declaration().name().text();
        if (!yields.isSpatial() || !shape.isSpatial() || yields.channels() != shape.channels()) {
            frame.reporter()
                    .report(Diagnostic.error(
                                    Code.DYN0305,
                                    span,
                                    "the recurrence " + name + " cannot be added: it yields " + yields
                                            + ", and the flow is " + shape + " here")
                            .help("use a connection that ends in conv(out.channels), or move recurrent to where the"
                                    + " flow has " + yields));
            return Optional.empty();
        }
        return Optional.of(wires.resample(drive, shape, span, frame, bodies));
    }

    private Value emit(Step.Emit emit, Value flow, Frame frame, AreaState area, BodyBuilder bodies) {
        if (area.emitted().isPresent()) {
            frame.reporter()
                    .report(Diagnostic.error(Code.DYN0702, emit.span(), "the area " + area.name() + " emits twice")
                            .label(area.emitted().get(), "first here")
                            .help("an area commits one state in a step: keep one emit"));
            return flow;
        }
        int steps = 0;
        Past past = Past.ABSENT;
        for (Argument argument : emit.arguments()) {
            String name = argument.name().map(Name::text).orElse("delay");
            if (name.equals("delay")) {
                Delay delay = delays.of(argument.value(), frame.scope(), "the emission of " + area.name());
                wires.checkLength(delay, "the emission of " + area.name(), frame.reporter());
                steps = delay.steps();
            } else if (name.equals("initial")) {
                Value initial = bodies.evaluator(frame).evaluate(argument.value(), frame.scope());
                past = initial.equals(new Value.Word(Symbol.ZERO)) ? Past.ZERO : Past.ABSENT;
            }
        }
        if (!(flow instanceof Value.Signal signal)) {
            area.emit(emit.span(), Optional.empty(), past);
            return flow;
        }
        draft.operand(area.commit(), FrameTensors.read(signal));
        draft.shape(area.commit(), signal.shape().orElseThrow());
        area.emit(emit.span(), signal.shape(), past);
        return steps == 0
                ? new Value.Signal(area.commit(), 0, Past.ABSENT, signal.shape(), Dimension.NUMBER)
                : area.read(steps);
    }
}
