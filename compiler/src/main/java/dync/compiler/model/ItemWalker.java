package dync.compiler.model;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Declaration;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Item;
import dync.compiler.ast.Name;
import dync.compiler.ast.Salvage;
import dync.compiler.ast.Step;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.evaluate.Arguments;
import dync.compiler.evaluate.Binder;
import dync.compiler.evaluate.Evaluator;
import dync.compiler.source.Span;
import dync.compiler.value.Scope;
import dync.compiler.value.Symbol;
import dync.compiler.value.Value;
import dync.compiler.value.Wanted;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Walks the body of a model in the order it is written and collects what is there for these parameters. */
final class ItemWalker {
    /** What {@code skip} and {@code feedback} take. */
    private static final List<String> WIRE = List.of("delay", "combine");

    /** What a body holds. */
    record Parts(
            Model.Clock clock,
            List<Model.Input> inputs,
            List<Model.SharedWeight> weights,
            List<Model.Area> areas,
            List<Model.Wire> wires,
            List<Model.Readout> readouts,
            Set<Item.Kind> mentioned,
            Delays delays) {}

    private record Pending(Item.Wire wire, Scope scope) {}

    private record AreaParts(
            Item.Area item, Optional<Name> template, Scope scope, List<Step> body, List<Model.Then> then) {}

    private final Declaration.Model declaration;
    private final Evaluator evaluator;
    private final Reporter reporter;
    private final Settlement settlement;
    private final AreaNames names;
    private final Rounds rounds = new Rounds();
    private final ModelWeights weights = new ModelWeights();
    /** Areas that are missing for a reason that has been reported. */
    private final Set<String> lost;

    private Optional<Model.Clock> clock = Optional.empty();
    private final Map<String, Model.Input> inputs = new LinkedHashMap<>();
    private final Map<String, AreaParts> areas = new LinkedHashMap<>();
    private final Map<String, Model.Readout> readouts = new LinkedHashMap<>();
    private final List<Pending> wires = new ArrayList<>();

    ItemWalker(Declaration.Model declaration, Evaluator evaluator, Reporter reporter) {
        this.declaration = declaration;
        this.evaluator = evaluator;
        this.reporter = reporter;
        this.settlement = new Settlement(evaluator, reporter);
        this.names = AreaNames.of(declaration.items());
        this.lost = new HashSet<>(names.lost());
    }

    Optional<Parts> walk(Scope scope) {
        Span name = declaration.name().span();
        declaration.items().forEach(item -> declare(item, scope));
        declaration.items().forEach(item -> item(item, scope));
        if (clock.isEmpty() && !stands(declaration.items(), Item.Clock.class)) {
            reporter.report(Diagnostic.error(
                            Code.DYN0706,
                            name,
                            "the model " + declaration.name().text() + " has no clock")
                    .help("add clock(step = 2 ms, steps = 20)"));
        }
        if (inputs.isEmpty() && !stands(declaration.items(), Item.Input.class)) {
            reporter.report(Diagnostic.error(
                            Code.DYN0707,
                            name,
                            "the model " + declaration.name().text() + " has no input")
                    .help("add input(channels = 3, height = 32, width = 32)"));
        }
        if (readouts.isEmpty() && !stands(declaration.items(), Item.Readout.class)) {
            reporter.report(Diagnostic.warning(
                            Code.DYN0708,
                            name,
                            "the model " + declaration.name().text() + " has no readout")
                    .help("add readout classifier { avgpool; flatten; linear(10) } to train it"));
        }
        if (clock.isEmpty() || inputs.isEmpty()) {
            return Optional.empty();
        }
        Delays delays = new Delays(clock.get().step(), evaluator, reporter);
        List<Model.Wire> bound = new ArrayList<>();
        for (Pending pending : wires) {
            wire(pending, delays).ifPresent(bound::add);
        }
        List<Model.Area> all = new ArrayList<>();
        areas.forEach((areaName, parts) -> all.add(new Model.Area(
                areaName,
                parts.item().name().span(),
                parts.template(),
                parts.scope(),
                parts.body(),
                parts.item().from().flatMap(from -> sources(from, parts.scope())),
                parts.then())));
        return Optional.of(new Parts(
                clock.get(),
                List.copyOf(inputs.values()),
                weights.all(),
                all,
                bound,
                List.copyOf(readouts.values()),
                mentioned(declaration.items()),
                delays));
    }

    /** Whether a statement stands anywhere in the body: then its absence is a follow-up of another mistake. */
    private static boolean stands(List<Item> items, Class<? extends Item> kind) {
        return items.stream()
                .anyMatch(item -> kind.isInstance(item)
                        || item instanceof Item.Error
                        || item instanceof Item.If choice
                                && (stands(choice.then(), kind) || stands(choice.otherwise(), kind))
                        || item instanceof Item.For loop && stands(loop.body(), kind)
                        || item instanceof Item.Repeat repeat && stands(repeat.body(), kind));
    }

    private static Set<Item.Kind> mentioned(List<Item> items) {
        Set<Item.Kind> kinds = EnumSet.noneOf(Item.Kind.class);
        for (Item item : items) {
            if (item instanceof Item.Wire wire) {
                kinds.add(wire.kind());
            } else if (item instanceof Item.If choice) {
                kinds.addAll(mentioned(choice.then()));
                kinds.addAll(mentioned(choice.otherwise()));
            } else if (item instanceof Item.For loop) {
                kinds.addAll(mentioned(loop.body()));
            } else if (item instanceof Item.Repeat repeat) {
                kinds.addAll(mentioned(repeat.body()));
            }
        }
        return kinds;
    }

    private static void declare(Item item, Scope scope) {
        if (item instanceof Item.Error
                || item instanceof Item.Declare broken && broken.declaration() instanceof Declaration.Error) {
            Salvage.names(item.span())
                    .forEach(name ->
                            scope.bind(name, new Value.Poison(), Optional.of(item.span()), Scope.Role.DECLARATION));
        }
        if (item instanceof Item.Declare nested && !(nested.declaration() instanceof Declaration.Error)) {
            Name name = nested.declaration().name();
            if (scope.own(name.text())
                    .filter(b -> b.role() == Scope.Role.DECLARATION)
                    .isEmpty()) {
                scope.bind(
                        name.text(),
                        new Value.Declared(nested.declaration(), scope),
                        Optional.of(name.span()),
                        Scope.Role.DECLARATION);
            }
        }
    }

    private void item(Item item, Scope scope) {
        if (item instanceof Item.Require require) {
            settlement.require(require.condition(), require.message(), scope, require.span());
        } else if (item instanceof Item.Let let) {
            scope.bind(
                    let.name().text(),
                    evaluator.evaluate(let.value(), scope),
                    let.name().span(),
                    Scope.Role.LET,
                    new Scope.Origin(let.value(), scope));
        } else if (item instanceof Item.Clock stated) {
            if (clock.isPresent()) {
                twice(stated.span(), clock.get().span(), "the clock is");
            } else {
                clock = settlement.clock(stated, scope);
            }
        } else if (item instanceof Item.Input stated) {
            input(stated, scope);
        } else if (item instanceof Item.Area area) {
            area(area, scope);
        } else if (item instanceof Item.Then then) {
            then(then, scope);
        } else if (item instanceof Item.Wire wire) {
            wires.add(new Pending(wire, scope));
        } else if (item instanceof Item.Readout readout) {
            readout(readout, scope);
        } else if (item instanceof Item.If choice) {
            evaluator.condition(choice.condition(), scope).ifPresent(holds -> {
                body(holds ? choice.then() : choice.otherwise(), scope.inner());
            });
        } else if (item instanceof Item.For loop) {
            rounds(loop, scope);
        } else if (item instanceof Item.Repeat repeat) {
            int count =
                    rounds.repeat(repeat.count(), scope, evaluator, reporter).orElse(0);
            for (int i = 0; i < count; i++) {
                body(repeat.body(), scope.inner());
            }
        } else if (item instanceof Item.Weight weight) {
            weights.declare(weight.weight(), scope);
        }
    }

    private void rounds(Item.For loop, Scope scope) {
        Optional<Rounds.Range> range = rounds.range(loop.from(), loop.to(), scope, evaluator, reporter);
        for (int i = range.map(Rounds.Range::first).orElse(0);
                i < range.map(Rounds.Range::end).orElse(0);
                i++) {
            Scope inner = scope.inner();
            inner.bind(
                    loop.variable().text(),
                    Value.Num.of(i),
                    Optional.of(loop.variable().span()),
                    Scope.Role.LET);
            body(loop.body(), inner);
        }
    }

    private void body(List<Item> items, Scope scope) {
        items.forEach(item -> declare(item, scope));
        items.forEach(item -> item(item, scope));
    }

    private void twice(Span again, Span first, String what) {
        reporter.report(Diagnostic.error(Code.DYN0709, again, what + " stated twice")
                .label(first, "first here")
                .help("keep one of them"));
    }

    private void input(Item.Input stated, Scope scope) {
        String name = stated.name().map(Name::text).orElse("input");
        if (inputs.containsKey(name)) {
            Span again = stated.name().map(Name::span).orElse(stated.span());
            twice(again, inputs.get(name).span(), "the input " + name + " is");
            return;
        }
        settlement.input(stated, name, scope).ifPresent(input -> inputs.put(name, input));
    }

    private void area(Item.Area area, Scope scope) {
        String name = area.name().text();
        if (areas.containsKey(name)) {
            Span first = areas.get(name).item().name().span();
            Diagnostic again =
                    Diagnostic.error(Code.DYN0208, area.name().span(), "the area " + name + " is declared twice");
            reporter.report(
                    first.equals(area.name().span())
                            ? again.help("every round of the loop declares it: write repeat or for inside the area")
                            : again.label(first, "first here").help("give one of them another name"));
            return;
        }
        Scope inner = scope.inner();
        List<Step> body = area.body();
        Optional<Name> declaredBy = Optional.empty();
        if (area.template().isPresent()) {
            Expression.Call call = area.template().get();
            Optional<Value.Declared> template = scope.find(call.name(), new Wanted.Template())
                    .map(Scope.Binding::value)
                    .filter(value -> value instanceof Value.Declared declared
                            && declared.declaration() instanceof Declaration.Area)
                    .map(Value.Declared.class::cast);
            if (template.isEmpty()) {
                References.reportUnknownTemplate(call.name(), scope, reporter);
                lost.add(name);
                return;
            }
            declaredBy = Optional.of(template.get().declaration().name());
            Declaration.Area declared = (Declaration.Area) template.get().declaration();
            inner = template.get().home().inner();
            new Binder(evaluator, reporter)
                    .bind(
                            declared.parameters(),
                            call.arguments(),
                            scope,
                            inner,
                            call.name().text(),
                            call.span());
            body = declared.body();
        }
        List<Model.Then> then = new ArrayList<>();
        if (!area.then().isEmpty()) {
            then.add(new Model.Then(area.then(), scope));
        }
        areas.put(name, new AreaParts(area, declaredBy, inner, body, then));
    }

    private void then(Item.Then then, Scope scope) {
        AreaParts area = areas.get(then.area().text());
        if (area == null) {
            missing(then.area());
            return;
        }
        area.then().add(new Model.Then(then.steps(), scope));
    }

    private void missing(Name area) {
        if (lost.contains(area.text())) {
            return;
        }
        reporter.report(
                names.areas().contains(area.text())
                        ? Diagnostic.error(
                                        Code.DYN0203,
                                        area.span(),
                                        "there is no area " + area.text() + " in this variant")
                                .help("its declaration stands further down, or in a branch that is not taken")
                        : References.unknownArea(area, areas.keySet()));
    }

    private void readout(Item.Readout readout, Scope scope) {
        String name = readout.name().text();
        if (readouts.containsKey(name)) {
            twice(readout.name().span(), readouts.get(name).span(), "the readout " + name + " is");
            return;
        }
        readouts.put(
                name,
                new Model.Readout(
                        name,
                        readout.name().span(),
                        readout.from().flatMap(from -> sources(from, scope)),
                        readout.body(),
                        scope.inner()));
    }

    private Optional<Sources> sources(Expression from, Scope scope) {
        List<String> known = new ArrayList<>(areas.keySet());
        known.addAll(inputs.keySet());
        known.addAll(lost);
        return References.sources(from, known, scope, this::missing, reporter);
    }

    private Optional<Model.Wire> wire(Pending pending, Delays delays) {
        Item.Wire wire = pending.wire();
        boolean known = true;
        for (Name end : List.of(wire.source(), wire.target())) {
            if (!areas.containsKey(end.text())) {
                missing(end);
                known = false;
            }
        }
        String what = wire.kind().keyword() + " " + wire.source().text() + " -> "
                + wire.target().text();
        Span head = new Span(
                wire.span().source(), wire.span().start(), wire.target().span().end());
        Map<String, Argument> arguments =
                Arguments.assign(wire.arguments(), WIRE, "a " + wire.kind().keyword(), reporter);
        Delay delay = arguments.size() < wire.arguments().size() ? Delay.wrong(head) : new Delay(0, head);
        if (arguments.containsKey("delay")) {
            delay = delays.of(arguments.get("delay").value(), pending.scope(), what);
        }
        Symbol combine = Optional.ofNullable(arguments.get("combine"))
                .flatMap(argument -> settlement.combine(argument.value(), pending.scope(), what))
                .orElse(Symbol.ADDITIVE);
        return known
                ? Optional.of(new Model.Wire(
                        wire.kind(),
                        wire.source().text(),
                        wire.target().text(),
                        delay,
                        combine,
                        wire.body(),
                        pending.scope(),
                        head))
                : Optional.empty();
    }
}
