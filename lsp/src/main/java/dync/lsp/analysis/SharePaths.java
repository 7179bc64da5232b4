package dync.lsp.analysis;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Ast;
import dync.compiler.ast.Declaration;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Item;
import dync.compiler.ast.Module;
import dync.compiler.ast.Name;
import dync.compiler.ast.Step;
import dync.compiler.ast.Tree;
import dync.compiler.evaluate.Sharing;
import dync.compiler.source.Span;
import dync.compiler.value.Scope;
import dync.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the names in paths such as {@code share = V1.Residual.conv_2} stand for. The compiler follows a path where a model
 * is built, among the weights of that one model; here branches that are not taken count as well.
 */
final class SharePaths {
    private static final Pattern COUNTED = Pattern.compile("(.+)_\\d+");
    private static final Pattern WIRED = Pattern.compile("(?:skip|feedback)_(.+)");

    /** A name of a path, without what is only attached to it: {@code conv} of {@code conv_2}. */
    record Segment(Name name, Symbol symbol) {}

    /** Some steps, with the names that they see where they stand in another text. */
    private record Body(List<? extends Ast> steps, Scope scope) {}

    /** Where a name leads: to what it stands for, if that has a name, and to the steps inside it. */
    private record Lead(Optional<Symbol> symbol, int from, int length, Body body) {}

    private final Module module;
    private final Symbols symbols;
    private final Scope file;
    private final Held held;
    private final List<Segment> segments = new ArrayList<>();

    /** @param held what names of the text stand for */
    private SharePaths(Module module, Scope file, Held held) {
        this.module = module;
        this.symbols = held.symbols();
        this.file = file;
        this.held = held;
    }

    static List<Segment> of(Module module, Scope file, Held held) {
        SharePaths paths = new SharePaths(module, file, held);
        Tree.visit(module, node -> {
            if (node instanceof Argument argument && Sharing.isMeant(argument)) {
                names(argument.value()).ifPresent(paths::follow);
            }
        });
        return paths.segments;
    }

    private static Optional<List<Name>> names(Expression path) {
        if (path instanceof Expression.Reference first) {
            return Optional.of(List.of(first.name()));
        }
        return path instanceof Expression.Member member
                ? names(member.object()).map(before -> {
                    List<Name> all = new ArrayList<>(before);
                    all.add(member.member());
                    return all;
                })
                : Optional.empty();
    }

    private void follow(List<Name> path) {
        Optional<Lead> lead =
                around(path.get(0)).flatMap(body -> inside(body, path.get(0))).or(() -> ofModel(path.get(0)));
        for (int i = 0; lead.isPresent(); i++) {
            add(path.get(i), lead.get());
            if (i + 1 == path.size()) {
                return;
            }
            Body body = lead.get().body();
            Name next = path.get(i + 1);
            lead = inside(body, next);
            if (i == 0 && lead.isEmpty()) {
                lead = wired(path.get(0).text(), next);
            }
        }
    }

    private void add(Name name, Lead lead) {
        lead.symbol().ifPresent(symbol -> {
            int start = name.span().start() + lead.from();
            Span span = new Span(name.span().source(), start, start + lead.length());
            segments.add(new Segment(new Name(span, span.text()), symbol));
        });
    }

    /** The innermost body that a path stands in: its names are looked for there first. */
    private Optional<Body> around(Name name) {
        List<Ast> path = Tree.path(module, name.span().start());
        for (int i = path.size() - 1; i >= 0; i--) {
            Optional<Body> body = body(path.get(i), file);
            if (body.isPresent()) {
                return body;
            }
        }
        return Optional.empty();
    }

    private static Optional<Body> body(Ast node, Scope scope) {
        List<? extends Ast> steps = steps(node);
        return steps.isEmpty() ? Optional.empty() : Optional.of(new Body(steps, scope));
    }

    private static List<? extends Ast> steps(Ast node) {
        if (node instanceof Step.Let let) {
            return List.of(let.value());
        } else if (node instanceof Declaration.Area area) {
            return area.body();
        } else if (node instanceof Declaration.Block block) {
            return block.body();
        } else if (node instanceof Declaration.Connection connection) {
            return connection.body();
        } else if (node instanceof Declaration.Primitive primitive) {
            return primitive.body();
        } else if (node instanceof Item.Area area) {
            return area.body();
        } else if (node instanceof Item.Wire wire) {
            return wire.body();
        }
        return node instanceof Item.Readout readout ? readout.body() : List.of();
    }

    /** An area, a readout or a weight of the model around a name; of any model for a template outside. */
    private Optional<Lead> ofModel(Name name) {
        return symbols.all().stream()
                .filter(symbol -> symbol.text().equals(name.text()))
                .filter(symbol -> switch (symbol.kind()) {
                    case AREA, READOUT -> isSeen(symbol, name);
                    case WEIGHT ->
                        isSeen(symbol, name)
                                && symbol.within()
                                        .filter(each -> each.kind() == Symbol.Kind.MODEL)
                                        .isPresent();
                    default -> false;
                })
                .findFirst()
                .map(symbol -> whole(symbol, name, ofArea(symbol.node())));
    }

    private boolean isSeen(Symbol symbol, Name from) {
        Optional<Span> model = symbols.all().stream()
                .filter(each -> each.kind() == Symbol.Kind.MODEL)
                .map(each -> each.node().span())
                .filter(span -> span.covers(from.span()))
                .findFirst();
        return model.isEmpty()
                || symbol.within()
                        .filter(each -> each.node().span().equals(model.get()))
                        .isPresent();
    }

    private static Lead whole(Symbol symbol, Name name, Body body) {
        return new Lead(Optional.of(symbol), 0, name.text().length(), body);
    }

    private Body ofArea(Ast node) {
        if (node instanceof Item.Area area && area.template().isPresent()) {
            return declared(area.template().get().name(), file)
                    .map(SharePaths::bodyOf)
                    .orElseGet(this::nothing);
        }
        return body(node, file).orElseGet(this::nothing);
    }

    private Body nothing() {
        return new Body(List.of(), file);
    }

    private static Body bodyOf(Value.Declared declared) {
        return body(declared.declaration(), declared.home()).orElseGet(() -> new Body(List.of(), declared.home()));
    }

    /** The step of a body that a name of a path means: {@code conv_2} is the second one called {@code conv}. */
    private Optional<Lead> inside(Body body, Name name) {
        Matcher counted = COUNTED.matcher(name.text());
        return inside(body.steps(), body.scope(), name.text())
                .or(() -> counted.matches() ? inside(body.steps(), body.scope(), counted.group(1)) : Optional.empty());
    }

    private Optional<Lead> inside(List<? extends Ast> nodes, Scope scope, String wanted) {
        for (Ast node : nodes) {
            Optional<Lead> here = named(node, scope, wanted);
            boolean isOther = node instanceof Step.Let || node instanceof Declaration || node instanceof Step.Declare;
            Optional<Lead> found = here.isPresent() || isOther ? here : inside(Tree.children(node), scope, wanted);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Lead> named(Ast node, Scope scope, String wanted) {
        if (node instanceof Step.Let let && let.name().text().equals(wanted)) {
            return symbol(let.name(), let)
                    .map(symbol -> whole(symbol, let.name(), new Body(List.of(let.value()), scope)));
        }
        if (node instanceof Step.Weight weight && weight.name().text().equals(wanted)) {
            return symbol(weight.name(), weight).map(symbol -> whole(symbol, weight.name(), nothing()));
        }
        if (node instanceof Step.Recurrent recurrent && wanted.equals("recurrent")) {
            Body body = recurrent.arguments().stream()
                    .filter(argument -> argument.value() instanceof Expression.Reference)
                    .flatMap(argument -> declared(((Expression.Reference) argument.value()).name(), scope).stream())
                    .findFirst()
                    .map(SharePaths::bodyOf)
                    .orElseGet(this::nothing);
            return Optional.of(new Lead(Optional.empty(), 0, 0, body));
        }
        Optional<Name> called = node instanceof Step.Op op
                ? Optional.of(op.name())
                : node instanceof Expression.Call call ? Optional.of(call.name()) : Optional.empty();
        return called.flatMap(name -> declared(name, scope))
                .filter(declared -> declared.declaration().name().text().equals(wanted))
                .flatMap(declared -> symbol(declared.declaration().name(), declared.declaration())
                        .map(symbol -> whole(symbol, declared.declaration().name(), bodyOf(declared))));
    }

    /** {@code V4.skip_V1}: the wire from V1 to V4. */
    private Optional<Lead> wired(String target, Name name) {
        Matcher wired = WIRED.matcher(name.text());
        if (!wired.matches()) {
            return Optional.empty();
        }
        List<Item.Wire> wires = new ArrayList<>();
        Tree.visit(module, node -> {
            if (node instanceof Item.Wire wire
                    && wire.target().text().equals(target)
                    && wire.source().text().equals(wired.group(1))) {
                wires.add(wire);
            }
        });
        Optional<Symbol> source = symbols.all().stream()
                .filter(symbol ->
                        symbol.kind() == Symbol.Kind.AREA && symbol.text().equals(wired.group(1)))
                .filter(symbol -> isSeen(symbol, name))
                .findFirst();
        return wires.stream()
                .findFirst()
                .map(wire -> new Lead(
                        source,
                        wired.start(1),
                        wired.group(1).length(),
                        body(wire, file).orElseGet(this::nothing)));
    }

    private Optional<Symbol> symbol(Name name, Ast node) {
        return symbols.at(name.span()).or(() -> Symbols.declaredBy(node));
    }

    /** The declaration that a name stands for, here or in another text. */
    private Optional<Value.Declared> declared(Name name, Scope scope) {
        return name.span().source().equals(module.span().source())
                ? held.by(name)
                : scope.visible(name.text())
                        .map(Scope.Binding::value)
                        .filter(Value.Declared.class::isInstance)
                        .map(Value.Declared.class::cast);
    }
}
