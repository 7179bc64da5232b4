package dync.compiler.model;

import dync.compiler.ast.Argument;
import dync.compiler.ast.BinaryOperator;
import dync.compiler.ast.Declaration;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Item;
import dync.compiler.ast.Name;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.diagnostic.Spelling;
import dync.compiler.evaluate.Describe;
import dync.compiler.source.Span;
import dync.compiler.value.Scope;
import dync.compiler.value.Value;
import dync.compiler.value.Wanted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** References to areas and templates, and what to say where they lead nowhere. */
public final class References {
    private References() {}

    public static Diagnostic unknownArea(Name name, Collection<String> areas) {
        return nearest(
                Diagnostic.error(Code.DYN0203, name.span(), "there is no area " + name.text()),
                name,
                areas,
                "the areas are ");
    }

    /** What to say of a skip or a feedback from an area to the same one. */
    public static Diagnostic wiredToItself(Span wire, String area) {
        return Diagnostic.error(Code.DYN0607, wire, "the area " + area + " is wired to itself")
                .help("lateral connections are written recurrent(…) in the body of the area");
    }

    /** What to say of a wire that leads the way of the other kind. */
    public static Diagnostic wrongWay(Span wire, Item.Kind kind, String source, String target) {
        boolean skip = kind == Item.Kind.SKIP;
        return Diagnostic.error(
                Code.DYN0607,
                wire,
                "the " + kind.keyword() + " " + source + " -> " + target + " goes " + (skip ? "backwards" : "forwards")
                        + ": " + target + " runs " + (skip ? "before " : "after ") + source + " in a step");
    }

    /** Says that there is no such model, unless its declaration could not be read. */
    public static void reportUnknownModel(Name name, Scope scope, Reporter reporter) {
        Optional<Value> other = scope.find(name.text()).map(Scope.Binding::value);
        if (other.isPresent() && other.get() instanceof Value.Poison) {
            return;
        }
        List<String> models = scope.visible().values().stream()
                .filter(binding -> isModel(binding.value()))
                .map(Scope.Binding::name)
                .toList();
        reporter.report(nearest(
                Diagnostic.error(Code.DYN0505, name.span(), "there is no model " + name.text()),
                name,
                models,
                "the models are "));
    }

    /** Whether it is a model or a variant of one. */
    public static boolean isModel(Value value) {
        return value instanceof Value.Declared declared
                && (declared.declaration() instanceof Declaration.Model
                        || declared.declaration() instanceof Declaration.Variant);
    }

    /** The model that a variant is made from, through others; a model is made from itself. Empty in a circle. */
    public static Optional<Declaration.Model> model(Value.Declared declared) {
        Set<Declaration> seen = new HashSet<>();
        Optional<Value.Declared> next = Optional.of(declared);
        while (next.isPresent() && seen.add(next.get().declaration())) {
            if (next.get().declaration() instanceof Declaration.Model model) {
                return Optional.of(model);
            }
            Scope home = next.get().home();
            next = next.get().declaration() instanceof Declaration.Variant variant
                    ? home.visible(variant.base().text())
                            .map(Scope.Binding::value)
                            .filter(References::isModel)
                            .map(Value.Declared.class::cast)
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /** Says that there is no such template, unless its declaration could not be read. */
    public static void reportUnknownTemplate(Name name, Scope scope, Reporter reporter) {
        Optional<Value> other = scope.find(name.text()).map(Scope.Binding::value);
        if (other.isEmpty() || !(other.get() instanceof Value.Poison)) {
            reporter.report(unknownTemplate(name, other, scope));
        }
    }

    private static Diagnostic unknownTemplate(Name name, Optional<Value> other, Scope scope) {
        if (other.isPresent() && other.get() instanceof Value.Declared declared) {
            return Diagnostic.error(
                            Code.DYN0209,
                            name.span(),
                            name.text() + " is a " + Describe.kind(declared.declaration()) + ", not an area template")
                    .help("a template is declared with area " + name.text() + "(…) { … } and holds an emit");
        }
        List<String> templates = scope.visible().values().stream()
                .filter(binding -> binding.value() instanceof Value.Declared declared
                        && declared.declaration() instanceof Declaration.Area)
                .map(Scope.Binding::name)
                .toList();
        return nearest(
                Diagnostic.error(Code.DYN0203, name.span(), "there is no area template " + name.text()),
                name,
                templates,
                "the templates are ");
    }

    private static Diagnostic nearest(Diagnostic unknown, Name name, Collection<String> known, String list) {
        return Spelling.nearest(name.text(), known)
                .map(near -> unknown.fix("did you mean " + near + "?", name.span(), near))
                .orElse(known.isEmpty() ? unknown : unknown.help(list + String.join(", ", known)));
    }

    /**
     * Reads what stands after {@code from}: {@code A}, {@code A + B} or {@code concat(A, B)}.
     *
     * @param missing told of each name that is not known
     */
    public static Optional<Sources> sources(
            Expression from, Collection<String> known, Scope scope, Consumer<Name> missing, Reporter reporter) {
        List<Name> names = new ArrayList<>();
        Sources.Kind kind = Sources.Kind.SUM;
        if (from instanceof Expression.Call call && call.name().text().equals("concat")) {
            kind = Sources.Kind.CONCAT;
            for (Argument argument : call.arguments()) {
                if (!collect(argument.value(), names, reporter)) {
                    return Optional.empty();
                }
            }
        } else if (!collect(from, names, reporter)) {
            return Optional.empty();
        }
        boolean right = !names.isEmpty();
        for (Name name : names) {
            scope.looked(name, new Wanted.Area(true));
            if (!known.contains(name.text())) {
                missing.accept(name);
                right = false;
            }
        }
        return right
                ? Optional.of(new Sources(kind, names.stream().map(Name::text).toList(), from.span()))
                : Optional.empty();
    }

    private static boolean collect(Expression from, List<Name> names, Reporter reporter) {
        if (from instanceof Expression.Reference reference) {
            names.add(reference.name());
            return true;
        }
        if (from instanceof Expression.Binary sum && sum.operator() == BinaryOperator.PLUS) {
            return collect(sum.left(), names, reporter) && collect(sum.right(), names, reporter);
        }
        if (!(from instanceof Expression.Error)) {
            reporter.report(Diagnostic.error(
                            Code.DYN0209,
                            from.span(),
                            "after from stand areas, not " + from.span().text())
                    .help("write from A, from A + B, or from concat(A, B)"));
        }
        return false;
    }
}
