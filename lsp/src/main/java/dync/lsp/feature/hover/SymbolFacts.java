package dync.lsp.feature.hover;

import dync.compiler.ast.Ast;
import dync.compiler.ast.Declaration;
import dync.compiler.ast.Item;
import dync.compiler.ast.Parameter;
import dync.compiler.describe.Description;
import dync.compiler.describe.Figures;
import dync.compiler.evaluate.Describe;
import dync.compiler.source.Span;
import dync.compiler.value.TensorShape;
import dync.compiler.value.Value;
import dync.lsp.analysis.Analysis;
import dync.lsp.analysis.Built;
import dync.lsp.analysis.Place;
import dync.lsp.analysis.Symbol;
import dync.lsp.feature.Summary;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known of something that is declared. */
final class SymbolFacts {
    private static final int MOST_VALUES = 8;

    private SymbolFacts() {}

    /** Its declaration as written, what building the models found out, and its doc comment. */
    static void tell(Page page, Analysis analysis, Symbol symbol) {
        page.code(Written.of(symbol));
        if (symbol.node() instanceof Parameter) {
            symbol.within()
                    .ifPresent(owner ->
                            page.text("parameter of the " + owner.kind().noun() + " `" + owner.text() + "`"));
        }
        if (symbol.node() instanceof Declaration.Model || symbol.node() instanceof Declaration.Variant) {
            analysis.models().stream()
                    .filter(built -> built.name().span().equals(symbol.name().span()))
                    .flatMap(built -> built.description().stream())
                    .forEach(description -> page.text(Summary.of(description)));
        }
        if (symbol.node() instanceof Declaration.Area) {
            made(page, analysis, symbol);
        }
        // what names of the library have stood for says more of how the library is used
        if (!symbol.isStandard()) {
            values(page, analysis, symbol);
        }
        place(analysis, symbol).ifPresent(place -> AreaFacts.tell(page, analysis, place));
        doc(symbol.node()).ifPresent(page::doc);
    }

    private static void values(Page page, Analysis analysis, Symbol symbol) {
        Span name = symbol.name().span();
        Set<String> values = new LinkedHashSet<>();
        Set<TensorShape> shapes = new LinkedHashSet<>();
        for (Built built : analysis.models()) {
            built.facts().values(name).stream()
                    .filter(value -> !(value instanceof Value.Declared declared
                            && declared.declaration().name().span().equals(name)))
                    .filter(value -> !(value instanceof Value.Poison) && !(value instanceof Value.ShapeOf))
                    .map(Describe::written)
                    .forEach(values::add);
            shapes.addAll(built.facts().shapes(name));
        }
        boolean isWritten = values.size() == 1
                && symbol.node() instanceof Parameter parameter
                && parameter
                        .defaultValue()
                        .filter(value -> values.contains(value.span().text()))
                        .isPresent();
        if (!values.isEmpty() && !isWritten) {
            page.text("with the defaults " + list(values));
        } else if (!shapes.isEmpty()) {
            page.text("shape "
                    + list(shapes.stream()
                            .map(shape -> shape.isScalar() ? "one number" : shape.toString())
                            .collect(Collectors.toCollection(LinkedHashSet::new))));
        }
    }

    private static String list(Set<String> values) {
        String shown = values.stream()
                .limit(MOST_VALUES)
                .map(value -> "`" + value + "`")
                .collect(Collectors.joining(", "));
        return values.size() > MOST_VALUES ? shown + ", …" : shown;
    }

    /** The areas that are made from a template. */
    private static void made(Page page, Analysis analysis, Symbol template) {
        List<String> areas = analysis.models().stream()
                .filter(built -> built.description().isPresent())
                .flatMap(built -> built.graph().orElseThrow().model().areas().stream()
                        .filter(area -> area.template()
                                .filter(name -> name.text().equals(template.text()))
                                .isPresent())
                        .flatMap(area -> built.description().orElseThrow().place(area.name()).stream())
                        .map(SymbolFacts::area))
                .distinct()
                .toList();
        page.items(areas);
    }

    private static String area(Description.Place place) {
        return place.name() + ": `" + place.shape() + "`, "
                + Figures.of(place.cost().parameters(), "parameter");
    }

    private static Optional<Place> place(Analysis analysis, Symbol symbol) {
        return symbol.node() instanceof Item
                ? analysis.index().module().declarations().stream()
                        .filter(Declaration.Model.class::isInstance)
                        .flatMap(model -> Place.of((Declaration.Model) model).stream())
                        .filter(place -> place.selection().equals(symbol.name().span()))
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<String> doc(Ast node) {
        if (node instanceof Declaration declaration) {
            return declaration.doc();
        }
        if (node instanceof Parameter parameter) {
            return parameter.doc();
        }
        if (node instanceof Item.Area area) {
            return area.doc();
        }
        return node instanceof Item.Readout readout ? readout.doc() : Optional.empty();
    }
}
