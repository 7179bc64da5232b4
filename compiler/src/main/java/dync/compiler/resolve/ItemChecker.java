package dync.compiler.resolve;

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
import dync.compiler.evaluate.Sharing;
import dync.compiler.evaluate.Typing;
import dync.compiler.language.Language;
import dync.compiler.model.AreaNames;
import dync.compiler.model.References;
import dync.compiler.model.Rounds;
import dync.compiler.model.Settlement;
import dync.compiler.value.Scope;
import dync.compiler.value.Type;
import dync.compiler.value.Value;
import dync.compiler.value.Wanted;
import java.util.List;
import java.util.Optional;

/** Checks the body of a model, every branch of it, with its parameters left open. */
final class ItemChecker {
    private final Declaration.Model model;
    private final Evaluator evaluator;
    private final DeclarationChecker declarations;
    private final Reporter reporter;
    private final AreaNames names;
    private final WireOrder order;
    private int branches;

    ItemChecker(Declaration.Model model, Evaluator evaluator, DeclarationChecker declarations, Reporter reporter) {
        this.model = model;
        this.names = AreaNames.of(model.items());
        this.order = WireOrder.of(model.items());
        this.evaluator = evaluator;
        this.declarations = declarations;
        this.reporter = reporter;
    }

    void check(Scope scope) {
        new DeclaredNames(reporter).check(model);
        all(model.items(), scope);
    }

    private void all(List<Item> items, Scope scope) {
        for (Item item : items) {
            if (item instanceof Item.Error
                    || item instanceof Item.Declare broken && broken.declaration() instanceof Declaration.Error) {
                Salvage.names(item.span())
                        .forEach(
                                name -> scope.bind(name, new Value.Poison(), Optional.empty(), Scope.Role.DECLARATION));
            } else if (item instanceof Item.Declare nested) {
                scope.bind(
                        nested.declaration().name().text(),
                        new Value.Declared(nested.declaration(), scope),
                        Optional.of(nested.declaration().name().span()),
                        Scope.Role.DECLARATION);
            }
        }
        items.forEach(item -> item(item, scope));
        Unused.report(scope, Scope.Role.WEIGHT, reporter);
    }

    private void weight(Step.Weight weight, Scope scope) {
        new StepChecker(evaluator, declarations, reporter, Place.AREA).weight(weight, scope);
        weight.options().stream()
                .filter(Sharing::isMeant)
                .forEach(option -> reporter.report(Diagnostic.error(
                                Code.DYN0216, option.span(), "a weight of the model cannot share one of an area")
                        .help("all areas see " + weight.name().text()
                                + " by its name: use it there instead of a weight of their own")));
    }

    private void item(Item item, Scope scope) {
        if (item instanceof Item.Declare nested) {
            declarations.check(nested.declaration(), scope);
        } else if (item instanceof Item.Require require) {
            evaluator.condition(require.condition(), scope);
            require.message()
                    .ifPresent(message -> Typing.convert(
                            evaluator.evaluate(message, scope), Type.of("string"), message, "require", reporter));
        } else if (item instanceof Item.Let let) {
            scope.bind(
                    let.name().text(),
                    evaluator.evaluate(let.value(), scope),
                    let.name().span(),
                    Scope.Role.LET,
                    new Scope.Origin(let.value(), scope));
        } else if (item instanceof Item.Clock clock) {
            scope.called(clock.span(), Language.signature("clock"));
            typed(clock.arguments(), Settlement.CLOCK, "the clock", scope);
        } else if (item instanceof Item.Weight weight) {
            weight(weight.weight(), scope);
        } else if (item instanceof Item.Input input) {
            scope.called(input.span(), Language.signature("input"));
            typed(input.arguments(), Settlement.INPUT, "an input", scope);
        } else if (item instanceof Item.Area area) {
            area(area, scope);
        } else if (item instanceof Item.Then then) {
            scope.looked(then.area(), new Wanted.Area(false));
            if (!names.isArea(then.area().text())) {
                reporter.report(References.unknownArea(then.area(), names.areas()));
            }
            steps(then.steps(), scope, Place.THEN);
        } else if (item instanceof Item.Wire wire) {
            wire(wire, scope);
        } else if (item instanceof Item.Readout readout) {
            readout.from().ifPresent(from -> sources(from, scope));
            steps(readout.body(), scope, Place.READOUT);
        } else if (item instanceof Item.If choice) {
            evaluator.condition(choice.condition(), scope);
            branches++;
            all(choice.then(), scope.inner());
            all(choice.otherwise(), scope.inner());
            branches--;
        } else if (item instanceof Item.For loop) {
            all(loop.body(), Rounds.open(loop.variable(), loop.from(), loop.to(), scope, evaluator));
        } else if (item instanceof Item.Repeat repeat) {
            evaluator.whole(repeat.count(), scope, "repeat");
            all(repeat.body(), scope.inner());
        }
    }

    private void steps(List<Step> steps, Scope scope, Place place) {
        new StepChecker(evaluator, declarations, reporter, place).check(steps, scope.inner());
    }

    private void sources(Expression from, Scope scope) {
        References.sources(
                from,
                names.sources(),
                scope,
                name -> {
                    if (!names.lost().contains(name.text())) {
                        reporter.report(References.unknownArea(name, names.sources()));
                    }
                },
                reporter);
    }

    private void area(Item.Area area, Scope scope) {
        area.from().ifPresent(from -> sources(from, scope));
        steps(area.then(), scope, Place.THEN);
        if (area.template().isEmpty()) {
            steps(area.body(), scope, Place.AREA);
            return;
        }
        Expression.Call call = area.template().get();
        Optional<Value.Declared> template = scope.find(call.name(), new Wanted.Template())
                .map(Scope.Binding::value)
                .filter(value ->
                        value instanceof Value.Declared declared && declared.declaration() instanceof Declaration.Area)
                .map(Value.Declared.class::cast);
        if (template.isEmpty()) {
            References.reportUnknownTemplate(call.name(), scope, reporter);
            call.arguments().forEach(argument -> evaluator.evaluate(argument.value(), scope));
            return;
        }
        new Binder(evaluator, reporter)
                .bind(
                        template.get().declaration().parameters(),
                        call.arguments(),
                        scope,
                        template.get().home().inner(),
                        call.name().text(),
                        call.span());
    }

    private void typed(List<Argument> arguments, List<String> names, String what, Scope scope) {
        Arguments.assign(arguments, names, what, reporter)
                .forEach((name, argument) -> Typing.constant(
                        evaluator.evaluate(argument.value(), scope),
                        Type.of(name.equals("step") ? "time" : name.equals("gaps") ? "bool" : "int"),
                        argument.value(),
                        name + " of " + what,
                        reporter));
    }

    private void wire(Item.Wire wire, Scope scope) {
        for (Name end : List.of(wire.source(), wire.target())) {
            scope.looked(end, new Wanted.Area(false));
            if (!names.isArea(end.text())) {
                reporter.report(References.unknownArea(end, names.areas()));
            }
        }
        // a model is built without the branches that are not taken
        if (branches > 0) {
            order.mistake(wire).ifPresent(reporter::report);
        }
        String what = wire.kind().keyword() + " " + wire.source().text() + " -> "
                + wire.target().text();
        scope.called(wire.span(), Language.signature(wire.kind().keyword()));
        Arguments.assign(
                        wire.arguments(),
                        List.of("delay", "combine"),
                        "a " + wire.kind().keyword(),
                        reporter)
                .forEach((name, argument) -> {
                    if (name.equals("delay")) {
                        Typing.constant(
                                evaluator.evaluate(argument.value(), scope),
                                Type.of("time"),
                                argument.value(),
                                "the delay of " + what,
                                reporter);
                    } else {
                        // a wire under `if feedback != none` may take a parameter that could be none elsewhere
                        evaluator.evaluate(
                                argument.value(), scope, new Type("integration", false, true), "combine of " + what);
                    }
                });
        steps(wire.body(), scope, Place.WIRE);
    }
}
