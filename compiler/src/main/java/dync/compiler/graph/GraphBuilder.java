package dync.compiler.graph;

import dync.compiler.ast.Item;
import dync.compiler.ast.Name;
import dync.compiler.ast.Step;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Diagnostics;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.evaluate.Evaluator;
import dync.compiler.evaluate.Sharing;
import dync.compiler.evaluate.Sketch;
import dync.compiler.model.Delays;
import dync.compiler.model.Model;
import dync.compiler.model.Sources;
import dync.compiler.source.Span;
import dync.compiler.value.Dimension;
import dync.compiler.value.Past;
import dync.compiler.value.Scope;
import dync.compiler.value.TensorShape;
import dync.compiler.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Builds the graph of a model: areas in the order of what drives them, then wires, then readouts. */
public final class GraphBuilder {
    private final Model model;
    private final Draft draft = new Draft();
    private final Reporter reporter;
    private final Diagnostics found = new Diagnostics();
    private final WireBuilder wires;
    private final StateBuilder states;
    private final BodyBuilder bodies;
    private final Map<String, Value> outputs = new LinkedHashMap<>();
    private final Map<String, AreaState> areas = new LinkedHashMap<>();
    private boolean circular = false;

    private GraphBuilder(Model model, Delays delays, Scope standard, Reporter outer) {
        this.model = model;
        this.reporter = diagnostic -> {
            found.report(diagnostic);
            outer.report(diagnostic);
        };
        this.wires = new WireBuilder(draft, model, standard);
        this.states = new StateBuilder(draft, model, delays, wires);
        this.bodies = new BodyBuilder(draft, states);
    }

    /**
     * @param standard the scope of the standard library, for the bridges that the compiler inserts
     * @return empty where the model is wrong, which is reported
     */
    public static Optional<Graph> build(Model model, Delays delays, Scope standard, Reporter reporter) {
        return new GraphBuilder(model, delays, standard, reporter).build();
    }

    private Optional<Graph> build() {
        model.weights().forEach(this::weight);
        for (Model.Input input : model.inputs()) {
            int node = draft.add(input.name(), new Op.Stimulus(input.name()), List.of(), input.shape(), input.span());
            outputs.put(input.name(), FrameTensors.signal(node, input.shape(), Dimension.NUMBER));
        }
        order().forEach(this::area);
        if (wires.connect(areas, !circular, bodies, reporter)) {
            unheard();
        }
        Map<String, Integer> readouts = new LinkedHashMap<>();
        model.readouts().forEach(readout -> readout(readout, readouts));
        draft.weights().report();
        boolean whole = !found.hasErrors();
        if (!Causality.check(draft, reporter) || !whole) {
            return Optional.empty();
        }
        return Optional.of(finish(readouts));
    }

    /** Each has the node that was promised to those who refer to it, whatever is wrong with it. */
    private void weight(Model.SharedWeight shared) {
        int promised = draft.size();
        Step.Weight weight = shared.weight();
        // one that would share another has been told that it cannot
        if (weight.options().stream().noneMatch(Sharing::isMeant)) {
            new WeightBuilder(draft, new Evaluator(new Sketch(), reporter), reporter)
                    .build(weight, shared.name(), shared.scope(), weight.span());
        }
        if (draft.size() == promised) {
            draft.reserve(shared.name(), new Op.Pointwise("identity"), weight.span());
        }
    }

    private Graph finish(Map<String, Integer> readouts) {
        Set<String> gaps = model.inputs().stream()
                .filter(Model.Input::gaps)
                .map(Model.Input::name)
                .collect(Collectors.toSet());
        List<Node> nodes = draft.freeze(PresenceAnalysis.of(draft, gaps));
        Map<String, Integer> commits = new LinkedHashMap<>();
        Map<String, Past> initial = new LinkedHashMap<>();
        areas.forEach((name, area) -> {
            commits.put(name, area.commit());
            initial.put(name, area.past());
        });
        Map<String, Integer> probes = new LinkedHashMap<>(states.probes());
        probes.putAll(bodies.penalties().nodes());
        Graph graph = new Graph(
                model,
                nodes,
                commits,
                initial,
                readouts,
                probes,
                bodies.penalties().weights(),
                states.held());
        UseCheck.check(graph, reporter);
        return graph;
    }

    /** The areas so that each stands after those that drive it. */
    private List<Model.Area> order() {
        List<Model.Area> ordered = new ArrayList<>();
        Set<String> open = new LinkedHashSet<>();
        Set<String> done = new HashSet<>();
        model.areas().forEach(area -> visit(area, open, done, ordered));
        return ordered;
    }

    private void visit(Model.Area area, Set<String> open, Set<String> done, List<Model.Area> ordered) {
        if (done.contains(area.name())) {
            return;
        }
        if (!open.add(area.name())) {
            loop(area, open);
            return;
        }
        sources(area).names().forEach(name -> model.area(name).ifPresent(source -> visit(source, open, done, ordered)));
        open.remove(area.name());
        done.add(area.name());
        ordered.add(area);
    }

    private void loop(Model.Area area, Set<String> open) {
        List<String> names = new ArrayList<>(
                open.stream().dropWhile(name -> !name.equals(area.name())).toList());
        names.add(area.name());
        Collections.reverse(names);
        reporter.report(Diagnostic.error(
                        Code.DYN0602,
                        area.from().map(Sources::span).orElse(area.span()),
                        "a loop without delay: " + String.join(" -> ", names))
                .help("connect back with feedback, which takes a delay"));
        circular = true;
    }

    /** What drives an area: what it says, else the area written before it, else the first input. */
    private Sources sources(Model.Area area) {
        int index = model.areas().indexOf(area);
        String before = index > 0
                ? model.areas().get(index - 1).name()
                : model.inputs().get(0).name();
        return area.from().orElse(new Sources(Sources.Kind.SUM, List.of(before), area.span()));
    }

    private void area(Model.Area area) {
        AreaState state = new AreaState(area, draft.reserve(area.name(), new Op.Commit(area.name()), area.span()));
        areas.put(area.name(), state);
        Frame frame = Frame.of(area.name(), area.scope(), Optional.of(state), traced(area));
        Value flow = bodies.run(area.body(), drive(sources(area), frame), frame);
        if (state.emitted().isEmpty() && !isBroken(area.body()) && !draft.isFull()) {
            silent(area);
        }
        state.finish();
        for (Model.Then then : area.then()) {
            Frame after = frame.within(then.scope().inner());
            flow = bodies.run(then.steps(), flow, after);
            frame.leave(after);
        }
        outputs.put(area.name(), flow);
    }

    /** Says of a mistake in a template also which area it was made for, whose arguments may be what is wrong. */
    private Reporter traced(Model.Area area) {
        return diagnostic -> {
            Span at = diagnostic.primary().span();
            boolean elsewhere = at.source().equals(area.span().source())
                    && (at.start() < area.span().start()
                            || at.end() > area.span().end());
            reporter.report(
                    area.template().isPresent() && elsewhere && diagnostic.isError()
                            ? diagnostic.label(area.span(), "in " + area.name())
                            : diagnostic);
        };
    }

    /** A template that never emits is told so once, however many areas are made from it. */
    private void silent(Model.Area area) {
        Span span = area.template().map(Name::span).orElse(area.span());
        String what =
                area.template().map(name -> "the area template " + name.text()).orElse("the area " + area.name());
        Diagnostic silent = Diagnostic.error(Code.DYN0701, span, what + " never emits");
        reporter.report(
                area.body().stream().anyMatch(GraphBuilder::holdsEmit)
                        ? silent.help(
                                "its emit stands in a branch that is not taken: emit in every branch, or behind them")
                        : silent.help("add emit where its state is complete"));
    }

    private static boolean holdsEmit(Step step) {
        return step instanceof Step.Emit
                || step instanceof Step.If choice
                        && (choice.then().stream().anyMatch(GraphBuilder::holdsEmit)
                                || choice.otherwise().stream().anyMatch(GraphBuilder::holdsEmit))
                || step instanceof Step.Repeat repeat && repeat.body().stream().anyMatch(GraphBuilder::holdsEmit)
                || step instanceof Step.For loop && loop.body().stream().anyMatch(GraphBuilder::holdsEmit);
    }

    private static boolean isBroken(List<Step> body) {
        return body.stream().anyMatch(step -> step instanceof Step.Error);
    }

    private Value drive(Sources sources, Frame frame) {
        List<Value.Signal> signals = new ArrayList<>();
        for (String name : sources.names()) {
            if (outputs.get(name) instanceof Value.Signal signal) {
                signals.add(signal);
            }
        }
        if (signals.size() < sources.names().size()) {
            return new Value.Poison();
        }
        if (signals.size() == 1) {
            return signals.get(0);
        }
        if (sources.kind() == Sources.Kind.CONCAT) {
            return bodies.concat(signals, sources.span(), frame)
                    .<Value>map(s -> s)
                    .orElseGet(Value.Poison::new);
        }
        TensorShape shape = signals.get(0).shape().orElseThrow();
        for (int i = 1; i < signals.size(); i++) {
            if (!signals.get(i).shape().orElseThrow().equals(shape)) {
                reporter.report(Diagnostic.error(
                                Code.DYN0307,
                                sources.span(),
                                sources.names().get(i) + " yields "
                                        + signals.get(i).shape().get() + " and "
                                        + sources.names().get(0) + " yields " + shape + ": they cannot be added")
                        .help("bring them to one shape with then conv(…) and then resample(…), or use concat"));
                return new Value.Poison();
            }
        }
        Value.Signal sum = signals.get(0);
        for (Value.Signal next : signals.subList(1, signals.size())) {
            int node = draft.add(
                    frame.next("from"),
                    new Op.Pointwise("add"),
                    List.of(FrameTensors.read(sum), FrameTensors.read(next)),
                    shape,
                    sources.span());
            sum = FrameTensors.signal(node, shape, Dimension.NUMBER);
        }
        return sum;
    }

    private void readout(Model.Readout readout, Map<String, Integer> readouts) {
        Sources last = new Sources(
                Sources.Kind.SUM,
                List.of(
                        model.areas().isEmpty()
                                ? model.inputs().get(0).name()
                                : model.areas().get(model.areas().size() - 1).name()),
                readout.span());
        Frame frame = Frame.of(readout.name(), readout.scope(), Optional.empty(), reporter);
        Value answer = bodies.run(readout.body(), drive(readout.from().orElse(last), frame), frame);
        if (!(answer instanceof Value.Signal signal)) {
            return;
        }
        TensorShape shape = signal.shape().orElseThrow();
        if (!shape.isFlat()) {
            Span at = readout.body().isEmpty()
                    ? readout.span()
                    : readout.body().get(readout.body().size() - 1).span();
            reporter.report(Diagnostic.error(
                            Code.DYN0301,
                            at,
                            "the readout " + readout.name() + " answers with " + shape + ", and an answer is flat")
                    .help("add avgpool, flatten and linear(n_classes)"));
            return;
        }
        // an answer is a node of its own, so that a delayed flow is read at the right step
        int node = signal.delay() == 0
                ? signal.node()
                : draft.add(
                        readout.name(),
                        new Op.Pointwise("identity"),
                        List.of(FrameTensors.read(signal)),
                        shape,
                        readout.span());
        readouts.put(readout.name(), node);
    }

    /** Warns of a {@code receive} to which no wire of the model, in any branch, could ever lead. */
    private void unheard() {
        for (Item.Kind kind : Item.Kind.values()) {
            boolean sent = model.wires().stream().anyMatch(wire -> wire.kind() == kind);
            if (sent || model.mentions(kind)) {
                continue;
            }
            for (AreaState area : areas.values()) {
                receive(area.area().body(), kind)
                        .ifPresent(span -> reporter.report(Diagnostic.warning(
                                        Code.DYN0705, span, "nothing is sent here: the model has no " + kind.keyword())
                                .help("add " + kind.keyword() + " A -> B, or remove this step")));
            }
        }
    }

    private static Optional<Span> receive(List<Step> body, Item.Kind kind) {
        return body.stream()
                .filter(step -> step instanceof Step.Receive receive && receive.kind() == kind)
                .map(Step::span)
                .findFirst();
    }
}
