package dync.lsp.feature.hover;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Declaration;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Parameter;
import dync.compiler.ast.Step;
import dync.compiler.ast.Tree;
import dync.compiler.describe.Description;
import dync.compiler.describe.Figures;
import dync.compiler.evaluate.Describe;
import dync.compiler.graph.Graph;
import dync.compiler.graph.Op;
import dync.compiler.graph.WeightSpec;
import dync.compiler.model.Model;
import dync.compiler.value.Dimension;
import dync.compiler.value.Rational;
import dync.compiler.value.Scope;
import dync.compiler.value.Value;
import dync.lsp.analysis.Analysis;
import dync.lsp.analysis.Built;
import dync.lsp.analysis.Connectivity;
import dync.lsp.analysis.Link;
import dync.lsp.analysis.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of an input, an area or a readout: shape, parameters, time, and who drives it. */
final class AreaFacts {
    private final Analysis analysis;
    private final Place place;

    private AreaFacts(Analysis analysis, Place place) {
        this.analysis = analysis;
        this.place = place;
    }

    static void tell(Page page, Analysis analysis, Place place) {
        AreaFacts facts = new AreaFacts(analysis, place);
        List<String> items = new ArrayList<>();
        analysis.model(place.model().name().text()).ifPresent(built -> facts.numbers(built, items));
        facts.wiring(items);
        page.items(items);
    }

    private void numbers(Built built, List<String> items) {
        Optional<Description> description = built.description();
        description.flatMap(known -> known.place(place.name())).ifPresent(known -> {
            items.add(
                    place.role() == Description.Role.INPUT
                            ? "`" + known.shape() + "` at each step"
                            : "`" + known.shape() + "`, "
                                    + Figures.of(known.cost().parameters(), "parameter"));
            if (place.role() != Description.Role.INPUT) {
                items.add(arrival(known.arrival(), description.get().clock()));
            }
        });
        built.graph().ifPresent(graph -> constants(built, graph).forEach(items::add));
    }

    private static String arrival(Description.Arrival arrival, Description.Clock clock) {
        return arrival.image()
                .map(step -> step - clock.idle())
                .map(step -> step == 0
                        ? "responds in the step in which the stimulus appears"
                        : "first responds " + (arrival.gaps() ? "at least " : "") + Figures.steps(step) + " ("
                                + Figures.time(step, clock.step()) + ") after the stimulus")
                .orElse("never hears of the stimulus");
    }

    /** The times that its dynamics are given. */
    private List<String> constants(Built built, Graph graph) {
        List<String> constants = new ArrayList<>();
        Optional<Model.Area> area = graph.model().area(place.name());
        area.ifPresent(made -> made.body()
                .forEach(step -> Tree.visit(step, node -> {
                    if (node instanceof Step.Evolve evolve && isBuilt(built, evolve)) {
                        constants(evolve, made.scope(), graph, constants);
                    }
                })));
        return constants;
    }

    private boolean isBuilt(Built built, Step.Evolve evolve) {
        return built.facts().flows(evolve.span()).stream()
                .anyMatch(flow -> flow.path().equals(place.name()));
    }

    private static void constants(Step.Evolve evolve, Scope scope, Graph graph, List<String> constants) {
        Optional<Value> dynamics =
                scope.visible(evolve.dynamics().name().text()).map(Scope.Binding::value);
        List<Parameter> parameters = dynamics.orElse(new Value.None()) instanceof Value.Declared declared
                        && declared.declaration() instanceof Declaration.Dynamics known
                ? known.parameters()
                : List.of();
        List<Argument> given = evolve.dynamics().arguments();
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            int index = i;
            boolean isTime = parameter
                    .type()
                    .filter(type -> type.name().text().equals("time"))
                    .isPresent();
            Optional<Expression> value = given.stream()
                    .filter(argument -> argument.name()
                            .map(name -> parameter.isCalled(name.text()))
                            .orElse(given.indexOf(argument) == index))
                    .map(Argument::value)
                    .findFirst();
            if (isTime) {
                value.flatMap(expression -> time(expression, scope, graph))
                        .ifPresent(time -> constants.add(
                                "time constant `" + parameter.name().text() + "` " + time));
            }
        }
    }

    private static Optional<String> time(Expression expression, Scope scope, Graph graph) {
        if (!(expression instanceof Expression.Reference reference)) {
            return expression instanceof Expression.Quantity
                    ? Optional.of(expression.span().text())
                    : Optional.empty();
        }
        Optional<Value> value = scope.visible(reference.name().text()).map(Scope.Binding::value);
        if (value.orElse(new Value.None()) instanceof Value.Num num
                && num.exact().isPresent()) {
            return Optional.of(Describe.number(num));
        }
        return value.filter(Value.Signal.class::isInstance)
                .map(Value.Signal.class::cast)
                .filter(signal ->
                        signal.node() >= 0 && graph.node(signal.node()).op() instanceof Op.Weight)
                .map(signal -> ((Op.Weight) graph.node(signal.node()).op()).spec())
                .flatMap(AreaFacts::start);
    }

    /** A weight that holds a time: what it starts with. */
    private static Optional<String> start(WeightSpec weight) {
        Optional<Rational> start = weight.init().arguments().stream().findFirst();
        return start.map(time ->
                Describe.number(time, Dimension.TIME) + (weight.trainable() ? " at the start of training" : ""));
    }

    private void wiring(List<String> items) {
        List<Link> links = Connectivity.of(analysis, place.model());
        List<String> sources = new ArrayList<>();
        List<String> targets = new ArrayList<>();
        for (Link link : links) {
            if (link.target().equals(place.name())) {
                sources.add(
                        link.kind() == Description.Kind.RECURRENCE
                                ? "itself (" + link.detail() + ")"
                                : end(link.source(), link));
            } else if (link.source().equals(place.name())) {
                targets.add(end(link.target(), link));
            }
        }
        if (!sources.isEmpty()) {
            items.add("driven by " + String.join(", ", sources));
        }
        if (!targets.isEmpty()) {
            items.add("drives " + String.join(", ", targets));
        }
    }

    /** Nothing needs to be said of what passes on at once. */
    private static String end(String name, Link link) {
        String detail = link.detail();
        return detail.equals("feedforward") ? "`" + name + "`" : "`" + name + "` (" + detail + ")";
    }
}
