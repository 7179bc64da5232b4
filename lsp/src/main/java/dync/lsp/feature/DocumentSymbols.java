package dync.lsp.feature;

import dync.compiler.ast.Ast;
import dync.compiler.ast.Declaration;
import dync.compiler.ast.Item;
import dync.compiler.ast.Parameter;
import dync.compiler.ast.Step;
import dync.compiler.ast.Tree;
import dync.compiler.source.Span;
import dync.lsp.Ability;
import dync.lsp.analysis.Symbol;
import dync.lsp.analysis.Symbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What a text declares: models with their parameters, areas and wires, and what each of these declares in turn. */
public final class DocumentSymbols {
    private static final int LONGEST_DETAIL = 60;

    private final Snapshot snapshot;

    private DocumentSymbols(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** As a tree, or in a row for clients that show no trees. */
    @SuppressWarnings("deprecation")
    public static List<Either<SymbolInformation, DocumentSymbol>> of(Snapshot snapshot) {
        List<DocumentSymbol> tree = tree(snapshot);
        List<Either<SymbolInformation, DocumentSymbol>> answer = new ArrayList<>();
        if (snapshot.client().can(Ability.SYMBOL_TREES)) {
            tree.forEach(symbol -> answer.add(Either.forRight(symbol)));
        } else {
            flatten(snapshot, tree, Optional.empty(), answer);
        }
        return answer;
    }

    static List<DocumentSymbol> tree(Snapshot snapshot) {
        return new DocumentSymbols(snapshot).below(snapshot.index().module());
    }

    @SuppressWarnings("deprecation")
    private static void flatten(
            Snapshot snapshot,
            List<DocumentSymbol> tree,
            Optional<String> container,
            List<Either<SymbolInformation, DocumentSymbol>> flat) {
        for (DocumentSymbol symbol : tree) {
            Location place = new Location(snapshot.document().uri(), symbol.getRange());
            flat.add(Either.forLeft(
                    new SymbolInformation(symbol.getName(), symbol.getKind(), place, container.orElse(null))));
            flatten(snapshot, symbol.getChildren(), Optional.of(symbol.getName()), flat);
        }
    }

    private List<DocumentSymbol> below(Ast node) {
        List<DocumentSymbol> symbols = new ArrayList<>();
        for (Ast child : Tree.children(node)) {
            Optional<DocumentSymbol> symbol = symbol(child);
            symbol.ifPresentOrElse(symbols::add, () -> symbols.addAll(below(child)));
        }
        return symbols;
    }

    private Optional<DocumentSymbol> symbol(Ast node) {
        if (node instanceof Item.Wire wire) {
            String name = wire.kind().keyword() + " " + wire.source().text() + " -> "
                    + wire.target().text();
            Span head = wire.source().span().to(wire.target().span());
            return Optional.of(entry(name, SymbolKind.Event, node, head, ""));
        }
        return Symbols.declaredBy(node)
                .filter(symbol -> symbol.kind() != Symbol.Kind.ROUND)
                .map(symbol -> entry(
                        symbol.text().isEmpty() ? "(no name)" : symbol.text(),
                        Kinds.of(symbol.kind()),
                        node,
                        symbol.name().span(),
                        detail(node)));
    }

    private DocumentSymbol entry(String name, SymbolKind kind, Ast node, Span select, String detail) {
        return new DocumentSymbol(
                name,
                kind,
                snapshot.range(node.span().to(select)),
                snapshot.range(select),
                detail.isEmpty() ? null : detail,
                below(node));
    }

    /** What stands behind the name in one line: the template of an area, the type and the default of a parameter. */
    private static String detail(Ast node) {
        String detail = "";
        if (node instanceof Item.Area area) {
            detail = area.template().map(call -> call.span().text()).orElse("");
        } else if (node instanceof Declaration.Variant variant) {
            detail = variant.base().text();
        } else if (node instanceof Parameter parameter) {
            detail = parameter.type().map(type -> type.span().text()).orElse("")
                    + parameter
                            .defaultValue()
                            .map(value -> " = " + value.span().text())
                            .orElse("");
        } else if (node instanceof Step.Weight weight) {
            detail = weight.type().span().text();
        }
        String line = detail.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
    }
}
