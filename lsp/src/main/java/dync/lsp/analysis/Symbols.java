package dync.lsp.analysis;

import dync.compiler.ast.Ast;
import dync.compiler.ast.Declaration;
import dync.compiler.ast.Item;
import dync.compiler.ast.Module;
import dync.compiler.ast.Name;
import dync.compiler.ast.Parameter;
import dync.compiler.ast.Step;
import dync.compiler.ast.Tree;
import dync.compiler.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that a text declares, by place. */
public final class Symbols {
    /** An {@link Declaration.Error} declares nothing. */
    private static final Map<Class<? extends Declaration>, Symbol.Kind> KINDS = Map.of(
            Declaration.Model.class, Symbol.Kind.MODEL,
            Declaration.Variant.class, Symbol.Kind.VARIANT,
            Declaration.Area.class, Symbol.Kind.TEMPLATE,
            Declaration.Block.class, Symbol.Kind.BLOCK,
            Declaration.Connection.class, Symbol.Kind.CONNECTION,
            Declaration.Dynamics.class, Symbol.Kind.DYNAMICS,
            Declaration.Solver.class, Symbol.Kind.SOLVER,
            Declaration.Function.class, Symbol.Kind.FUNCTION,
            Declaration.Constant.class, Symbol.Kind.CONSTANT,
            Declaration.Primitive.class, Symbol.Kind.PRIMITIVE);

    private final Map<Span, Symbol> byName = new LinkedHashMap<>();

    private Symbols() {}

    public static Symbols of(Module module) {
        Symbols symbols = new Symbols();
        symbols.walk(module, Optional.empty());
        return symbols;
    }

    /** The symbol of a declaration in whatever text; empty where the node declares nothing. */
    public static Optional<Symbol> declaredBy(Ast node) {
        return symbol(node, Optional.empty());
    }

    /** What is declared by the name that stands at a place. */
    public Optional<Symbol> at(Span name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All, in the order of the text. */
    public List<Symbol> all() {
        return List.copyOf(byName.values());
    }

    /** Those declared directly inside another. */
    public List<Symbol> in(Symbol outer) {
        return all().stream()
                .filter(symbol -> symbol.within().filter(outer::isSame).isPresent())
                .toList();
    }

    /** Those directly in the text. */
    public List<Symbol> outermost() {
        return all().stream().filter(symbol -> symbol.within().isEmpty()).toList();
    }

    private void walk(Ast node, Optional<Symbol> within) {
        Optional<Symbol> declared = symbol(node, within);
        declared.ifPresent(symbol -> byName.putIfAbsent(symbol.name().span(), symbol));
        Optional<Symbol> inside =
                declared.filter(symbol -> holds(symbol.kind())).or(() -> within);
        List<Ast> children = new ArrayList<>(Tree.children(node));
        children.forEach(child -> walk(child, inside));
    }

    private static boolean holds(Symbol.Kind kind) {
        return switch (kind) {
            case MODEL, TEMPLATE, BLOCK, CONNECTION, DYNAMICS, FUNCTION, PRIMITIVE, AREA, READOUT -> true;
            default -> false;
        };
    }

    private static Optional<Symbol> symbol(Ast node, Optional<Symbol> within) {
        if (node instanceof Declaration declaration) {
            return kind(declaration).map(kind -> new Symbol(kind, declaration.name(), node, within));
        }
        if (node instanceof Parameter parameter) {
            return Optional.of(new Symbol(Symbol.Kind.PARAMETER, parameter.name(), node, within));
        }
        if (node instanceof Item.Area area) {
            return Optional.of(new Symbol(Symbol.Kind.AREA, area.name(), node, within));
        }
        if (node instanceof Item.Readout readout) {
            return Optional.of(new Symbol(Symbol.Kind.READOUT, readout.name(), node, within));
        }
        if (node instanceof Item.Input input) {
            Name name = input.name().orElseGet(() -> unnamed(input));
            return Optional.of(new Symbol(Symbol.Kind.INPUT, name, node, within));
        }
        if (node instanceof Item.Let let) {
            return Optional.of(new Symbol(Symbol.Kind.LET, let.name(), node, within));
        }
        if (node instanceof Step.Let let) {
            return Optional.of(new Symbol(Symbol.Kind.LET, let.name(), node, within));
        }
        if (node instanceof Step.Weight weight) {
            return Optional.of(new Symbol(Symbol.Kind.WEIGHT, weight.name(), node, within));
        }
        if (node instanceof Declaration.Equation equation) {
            return Optional.of(new Symbol(Symbol.Kind.VARIABLE, equation.variable(), node, within));
        }
        if (node instanceof Step.Record record) {
            return Optional.of(new Symbol(Symbol.Kind.PROBE, record.probe(), node, within));
        }
        Optional<Name> round = node instanceof Item.For loop
                ? Optional.of(loop.variable())
                : node instanceof Step.For loop ? Optional.of(loop.variable()) : Optional.empty();
        return round.map(name -> new Symbol(Symbol.Kind.ROUND, name, node, within));
    }

    /** An input without a name is called by the word that states it. */
    private static Name unnamed(Item.Input input) {
        Span all = input.span();
        int end = Math.min(all.end(), all.start() + "input".length());
        return new Name(new Span(all.source(), all.start(), end), "input");
    }

    private static Optional<Symbol.Kind> kind(Declaration declaration) {
        return Optional.ofNullable(KINDS.get(declaration.getClass()));
    }
}
