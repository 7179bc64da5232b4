package dync.lsp.completion;

import dync.compiler.ast.Declaration;
import dync.compiler.ast.Item;
import dync.compiler.ast.Name;
import dync.compiler.ast.Parameter;
import dync.compiler.ast.Step;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.evaluate.Describe;
import dync.compiler.evaluate.Evaluator;
import dync.compiler.evaluate.Functions;
import dync.compiler.evaluate.Sketch;
import dync.compiler.evaluate.Typing;
import dync.compiler.value.Scope;
import dync.compiler.value.Symbol;
import dync.compiler.value.Type;
import dync.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.lsp4j.CompletionItemKind;

/** What may stand where a value is wanted. */
final class Values {
    /** The flows that every body has; sizes of them are numbers. */
    private static final Set<String> FLOWS = Set.of("in", "it", "out");

    private static final Set<String> NUMBERS = Set.of("int", "float", "time", "rate", "shape", "init");
    /** Functions that keep the unit of what they are given. */
    private static final Set<String> OF_ANY_UNIT = Set.of("floor", "ceil", "round", "abs", "min", "max");

    private final Context context;
    private final Calls calls;
    private final Optional<Type> type;

    Values(Context context, Calls calls, Optional<Type> type) {
        this.context = context;
        this.calls = calls;
        this.type = type;
    }

    List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        context.heard().visible().values().forEach(binding -> binding(binding).ifPresent(offers::add));
        type.ifPresent(wanted -> Symbol.words(wanted.name())
                .forEach(word ->
                        offers.add(Offer.of(word, CompletionItemKind.EnumMember, Offer.Rank.REQUIRED, wanted.name()))));
        functions().forEach(name -> offers.add(calls.function(name)));
        return offers;
    }

    private Set<String> functions() {
        Set<String> names = new TreeSet<>(Functions.names());
        boolean initialiser = is("init") || isWeight();
        names.removeIf(name -> Functions.initialisers().contains(name) || name.equals("lengths")
                ? !initialiser
                : type.isPresent()
                        && !(NUMBERS.contains(type.get().name())
                                && (hasNoUnit(type.get()) || OF_ANY_UNIT.contains(name))));
        return names;
    }

    private static boolean hasNoUnit(Type type) {
        return !type.name().equals("time") && !type.name().equals("rate");
    }

    private boolean is(String name) {
        return type.filter(wanted -> wanted.name().equals(name)).isPresent();
    }

    /** The start of a weight of one number may be an initialiser too. */
    private boolean isWeight() {
        return context.heard().above(1).filter(Step.Weight.class::isInstance).isPresent();
    }

    private Optional<Offer> binding(Scope.Binding binding) {
        if (binding.value() instanceof Value.Declared declared && binding.role() == Scope.Role.DECLARATION) {
            return declaration(binding, declared);
        }
        if (isBeingDeclared(binding) || !fits(binding)) {
            return Optional.empty();
        }
        Offer.Rank rank = binding.role() == Scope.Role.BUILTIN ? Offer.Rank.OPTIONAL : Offer.Rank.LOCAL;
        Offer offer = Offer.of(binding.name(), CompletionItemKind.Variable, rank, detail(binding));
        return Optional.of(
                binding.role() == Scope.Role.BUILTIN
                        ? offer.about(About.word(binding.name()))
                        : binding.declared()
                                .map(span -> offer.about(About.declared(
                                        new Name(span, binding.name()),
                                        context.snapshot().document().uri(),
                                        context.place())))
                                .orElse(offer));
    }

    private static String detail(Scope.Binding binding) {
        String role = binding.role() == Scope.Role.BUILTIN ? "" : binding.role().noun() + ": ";
        return role + Describe.value(binding.value());
    }

    /** A name is not there yet in the expression that gives it its value. */
    private boolean isBeingDeclared(Scope.Binding binding) {
        return binding.declared().isPresent()
                && context.heard().path().stream()
                        .map(node -> node instanceof Step.Let let
                                ? Optional.of(let.name())
                                : node instanceof Item.Let let
                                        ? Optional.of(let.name())
                                        : node instanceof Parameter parameter
                                                ? Optional.of(parameter.name())
                                                : Optional.<Name>empty())
                        .anyMatch(name -> name.map(Name::span).equals(binding.declared()));
    }

    private boolean fits(Scope.Binding binding) {
        Value value = binding.value();
        if (type.isEmpty() || value instanceof Value.Poison || Typing.accepts(value, type.get())) {
            return true;
        }
        if (FLOWS.contains(binding.name())) {
            return NUMBERS.contains(type.get().name()) && hasNoUnit(type.get());
        }
        return is("init") && Typing.accepts(value, Type.of("float"));
    }

    private Optional<Offer> declaration(Scope.Binding binding, Value.Declared declared) {
        Declaration declaration = declared.declaration();
        if (context.heard().isInside(declaration)) {
            return Optional.empty();
        }
        if (declaration instanceof Declaration.Constant constant) {
            Value value = new Evaluator(new Sketch(), Reporter.silent()).evaluate(constant.value(), declared.home());
            boolean fits = type.isEmpty() || value instanceof Value.Poison || Typing.accepts(value, type.get());
            return fits
                    ? Optional.of(calls.plain(binding.name(), declaration, CompletionItemKind.Constant))
                    : Optional.empty();
        }
        if (type.isPresent() && Typing.accepts(declared, type.get())) {
            return Optional.of(calls.plain(binding.name(), declaration, Calls.kind(declaration)));
        }
        boolean computes = declaration instanceof Declaration.Function
                || (declaration instanceof Declaration.Primitive || declaration instanceof Declaration.Block)
                        && context.heard().visible().containsKey("it")
                        && type.isEmpty();
        boolean wanted = type.isEmpty() || NUMBERS.contains(type.get().name());
        return computes && wanted ? Optional.of(calls.inExpression(binding.name(), declaration)) : Optional.empty();
    }
}
