package dync.compiler.graph;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Step;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.evaluate.Arguments;
import dync.compiler.evaluate.Evaluator;
import dync.compiler.evaluate.RecurrentArguments;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the steps that use the state of an area: recurrence, wires that come in, dynamics, emission, probes. */
final class StateBuilder {
    private static final List<String> EMIT = List.of("delay", "initial");

    private final Draft draft;
    private final Model model;
    private final Delays delays;
    private final WireBuilder wires;
    private final EvolveBuilder dynamics;
    private final Map<String, Integer> probes = new LinkedHashMap<>();
    private final Map<String, Span> recorded = new HashMap<>();

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
        if (step instanceof Step.Recurrent recurrent) {
            return recurrent(recurrent, flow, frame, area, bodies);
        }
        if (!(flow instanceof Value.Signal signal)) {
            return flow;
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
            probe(record, signal, frame);
        }
        return flow;
    }

    private void probe(Step.Record record, Value.Signal signal, Frame frame) {
        String name = frame.path() + "." + record.probe().text();
        if (probes.containsKey(name)) {
            frame.reporter()
                    .report(Diagnostic.error(
                                    Code.DYN0208,
                                    record.probe().span(),
                                    "the probe " + record.probe().text() + " is recorded twice")
                            .label(recorded.get(name), "first here")
                            .help("give one of them another name"));
            return;
        }
        recorded.put(name, record.probe().span());
        probes.put(name, now(signal, record, frame));
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

    private Value recurrent(Step.Recurrent recurrent, Value arriving, Frame frame, AreaState area, BodyBuilder bodies) {
        Evaluator evaluator = bodies.evaluator(frame);
        RecurrentArguments given = RecurrentArguments.of(recurrent, frame.reporter());
        String what = "the recurrence of " + area.name();
        Delay delay = given.delay()
                .map(expression -> delays.of(expression, frame.scope(), what))
                .orElse(new Delay(0, recurrent.span()));
        Symbol combine = given.combine()
                .flatMap(expression ->
                        new Settlement(evaluator, frame.reporter()).combine(expression, frame.scope(), what))
                .orElse(Symbol.ADDITIVE);
        Value connection = given.kind()
                .map(expression ->
                        evaluator.evaluate(expression, frame.scope(), new Type("connection", false, true), "recurrent"))
                .orElseGet(Value.Poison::new);
        // what joins keeps the shape of the flow: where it is wrong, the rest is checked without it
        if (!(connection instanceof Value.Declared declared) || !(arriving instanceof Value.Signal flow)) {
            return arriving;
        }
        TensorShape shape = flow.shape().orElseThrow();
        String name = frame.local("recurrent");
        int steps = Math.max(1, delay.steps());
        Op.Joint joins = new Op.Joint(
                Op.JointKind.RECURRENCE,
                area.name(),
                steps,
                Optional.of(declared.declaration().name().text()));
        int joint = draft.add(
                frame.path() + "." + name + ".sum",
                new Op.Combine(combine, joins),
                List.of(FrameTensors.read(flow)),
                shape,
                recurrent.span());
        wires.checkLength(delay, what, frame.reporter());
        area.whenCommitted(() -> area.shape().ifPresent(state -> {
            Value drive =
                    bodies.connection(declared, given.rest(), area.read(steps), shape, frame, name, recurrent.span());
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
        Map<String, Argument> given = Arguments.assign(emit.arguments(), EMIT, "emit", frame.reporter());
        if (given.containsKey("delay")) {
            String what = "the emission of " + area.name();
            Delay delay = delays.of(given.get("delay").value(), frame.scope(), what);
            wires.checkLength(delay, what, frame.reporter());
            steps = delay.steps();
        }
        if (given.containsKey("initial")) {
            Value initial = bodies.evaluator(frame)
                    .evaluate(given.get("initial").value(), frame.scope(), Type.of("past"), "initial of emit");
            past = initial.equals(new Value.Word(Symbol.ZERO)) ? Past.BLANK : Past.ABSENT;
        }
        if (!(flow instanceof Value.Signal signal)) {
            area.emit(emit.span(), Optional.empty(), past);
            return flow;
        }
        draft.operand(area.commit(), FrameTensors.read(signal));
        draft.shape(area.commit(), signal.shape().orElseThrow());
        area.emit(emit.span(), signal.shape(), past);
        if (steps > 0 && past == Past.BLANK) {
            // the blank past is the area's own: it passes on what it has committed, and nothing before that
            int sent = draft.add(
                    frame.next("sent"),
                    new Op.Pointwise("identity"),
                    List.of(new Operand.Read(area.commit(), 0, Past.ABSENT)),
                    signal.shape().orElseThrow(),
                    emit.span());
            return new Value.Signal(sent, steps, Past.ABSENT, signal.shape(), Dimension.NUMBER);
        }
        return steps == 0
                ? new Value.Signal(area.commit(), 0, Past.ABSENT, signal.shape(), Dimension.NUMBER)
                : area.read(steps);
    }
}
