package dync.lsp.analysis;

import dync.compiler.ast.Ast;
import dync.compiler.ast.Declaration;
import dync.compiler.ast.Item;
import dync.compiler.ast.Name;
import dync.compiler.ast.Tree;
import dync.compiler.describe.Description;
import dync.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An input, an area or a readout, as a model's text declares it.
 *
 * @param selection its name, or the keyword of an input without one
 */
public record Place(Declaration.Model model, Description.Role role, String name, Span selection, Item item) {
    /** What an input without a name is called. */
    private static final String INPUT = "input";

    /** All of a model, in the order of the text, those of branches that are not taken too. */
    public static List<Place> of(Declaration.Model model) {
        List<Place> places = new ArrayList<>();
        for (Item item : model.items()) {
            Tree.visit(item, node -> place(model, node).ifPresent(places::add));
        }
        return places;
    }

    private static Optional<Place> place(Declaration.Model model, Ast node) {
        if (node instanceof Item.Area area) {
            return Optional.of(of(model, Description.Role.AREA, area.name(), area));
        }
        if (node instanceof Item.Readout readout) {
            return Optional.of(of(model, Description.Role.READOUT, readout.name(), readout));
        }
        if (node instanceof Item.Input input) {
            Span keyword = new Span(
                    input.span().source(),
                    input.span().start(),
                    Math.min(
                            input.span().start() + INPUT.length(),
                            Math.max(input.span().start(), input.span().end())));
            return Optional.of(input.name()
                    .map(name -> of(model, Description.Role.INPUT, name, input))
                    .orElse(new Place(model, Description.Role.INPUT, INPUT, keyword, input)));
        }
        return Optional.empty();
    }

    private static Place of(Declaration.Model model, Description.Role role, Name name, Item item) {
        return new Place(model, role, name.text(), name.span(), item);
    }
}
