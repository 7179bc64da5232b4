package dync.lsp.analysis;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Ast;
import dync.compiler.ast.Declaration;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Item;
import dync.compiler.ast.Name;
import dync.compiler.ast.Step;
import dync.compiler.ast.Tree;
import dync.compiler.describe.Description;
import dync.compiler.source.Span;
import dync.compiler.value.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who drives whom in a model: as the compiler found out where the model can be built, else as the text says. */
public final class Connectivity {
    private final Analysis analysis;
    private final Declaration.Model model;
    private final List<Link> links = new ArrayList<>();
    private Optional<String> before = Optional.empty();

    private Connectivity(Analysis analysis, Declaration.Model model) {
        this.analysis = analysis;
        this.model = model;
    }

    /** All connections of a model that stands in the text. */
    public static List<Link> of(Analysis analysis, Declaration.Model model) {
        Connectivity written = new Connectivity(analysis, model);
        model.items().forEach(written::item);
        // in the order in which the compiler tells them
        written.links.sort(Comparator.comparing(Link::kind));
        Optional<Description> description = analysis.model(model.name().text()).flatMap(Built::description);
        return description
                .map(known -> known.connections().stream()
                        .map(connection ->
                                written.known(connection, known.clock().step()))
                        .toList())
                .orElse(List.copyOf(written.links));
    }

    private Link known(Description.Connection connection, Rational step) {
        Optional<Link> written = links.stream()
                .filter(link -> link.kind() == connection.kind()
                        && link.source().equals(connection.source())
                        && link.target().equals(connection.target()))
                .findFirst();
        Span stated = written.map(Link::stated)
                .or(() -> Place.of(model).stream()
                        .filter(place -> place.name().equals(connection.target()))
                        .map(Place::selection)
                        .findFirst())
                .orElse(model.name().span());
        return new Link(
                connection.kind(),
                connection.source(),
                connection.target(),
                stated,
                Optional.of(connection),
                Optional.of(step),
                written.flatMap(Link::delay));
    }

    private void item(Item item) {
        if (item instanceof Item.Input input && before.isEmpty()) {
            before = Optional.of(input.name().map(Name::text).orElse("input"));
        } else if (item instanceof Item.Area area) {
            feedforward(area.name(), area.from());
            body(area).forEach(step -> recurrences(area.name(), step));
            before = Optional.of(area.name().text());
        } else if (item instanceof Item.Readout readout) {
            feedforward(readout.name(), readout.from());
        } else if (item instanceof Item.Wire wire) {
            Description.Kind kind = wire.kind() == Item.Kind.SKIP ? Description.Kind.SKIP : Description.Kind.FEEDBACK;
            Span ends = wire.source().span().to(wire.target().span());
            add(kind, wire.source().text(), wire.target().text(), ends, wire.arguments());
        } else {
            // branches and loops
            Tree.children(item).stream()
                    .filter(Item.class::isInstance)
                    .map(Item.class::cast)
                    .forEach(this::item);
        }
    }

    private void feedforward(Name target, Optional<Expression> from) {
        if (from.isEmpty()) {
            before.ifPresent(
                    source -> add(Description.Kind.FEEDFORWARD, source, target.text(), target.span(), List.of()));
        }
        from.ifPresent(sources -> Tree.visit(sources, node -> {
            if (node instanceof Expression.Reference reference) {
                Name source = reference.name();
                add(Description.Kind.FEEDFORWARD, source.text(), target.text(), source.span(), List.of());
            }
        }));
    }

    /** The body of an area, which may stand in its template. */
    private List<Step> body(Item.Area area) {
        return area.template()
                .map(call -> analysis.index()
                        .useAt(call.name().span().start())
                        .flatMap(Use::symbol)
                        .map(Symbol::node)
                        .map(Connectivity::body)
                        .orElse(List.of()))
                .orElse(area.body());
    }

    private static List<Step> body(Ast node) {
        return node instanceof Declaration.Area template ? template.body() : List.of();
    }

    private void recurrences(Name area, Step step) {
        Tree.visit(step, node -> {
            if (node instanceof Step.Recurrent recurrent) {
                Span stated = recurrent.span().source().equals(area.span().source()) ? recurrent.span() : area.span();
                add(Description.Kind.RECURRENCE, area.text(), area.text(), stated, recurrent.arguments());
            }
        });
    }

    private void add(Description.Kind kind, String source, String target, Span stated, List<Argument> arguments) {
        Optional<String> delay = arguments.stream()
                .filter(argument -> argument.name()
                        .filter(name -> name.text().equals("delay"))
                        .isPresent())
                .map(argument -> argument.value().span().text())
                .findFirst();
        links.add(new Link(kind, source, target, stated, Optional.empty(), Optional.empty(), delay));
    }
}
