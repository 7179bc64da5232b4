package dync.lsp.completion;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Ast;
import dync.compiler.ast.BinaryOperator;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Item;
import dync.compiler.ast.Name;
import dync.compiler.ast.Parameter;
import dync.compiler.ast.Step;
import dync.compiler.ast.Tree;
import dync.compiler.ast.TypeName;
import dync.compiler.evaluate.Binder;
import dync.compiler.evaluate.Describe;
import dync.compiler.evaluate.Sharing;
import dync.compiler.source.Source;
import dync.compiler.value.Scope;
import dync.compiler.value.Signature;
import dync.compiler.value.Type;
import dync.compiler.value.Value;
import dync.compiler.value.Wanted;
import dync.lsp.feature.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of the place where something is to be completed.
 *
 * @param ofNumber whether it was heard of the number before the caret, because nothing but its unit is wanted
 */
record Context(Snapshot snapshot, Place place, Heard heard, boolean ofNumber) {

    /** The type that a value has here; empty where any will do, and where only a part of a value stands. */
    Optional<Type> type() {
        Optional<Type> told = heard.wanted()
                .filter(Wanted.Expression.class::isInstance)
                .flatMap(wanted -> ((Wanted.Expression) wanted).type());
        return told.or(() -> heard.above(1).flatMap(this::typeInside));
    }

    static Context of(Snapshot snapshot, Place place) {
        return new Context(snapshot, place, Heard.of(snapshot, place), false);
    }

    /** What is known of the number before the caret. */
    static Context ofNumber(Snapshot snapshot, Place place) {
        String before = place.source().text().substring(0, place.start()).stripTrailing();
        int number = before.length();
        while (number > 0 && (Character.isDigit(before.charAt(number - 1)) || before.charAt(number - 1) == '.')) {
            number--;
        }
        Source without = new Source(
                place.source().name(),
                before.substring(0, number) + place.source().text().substring(place.end()),
                place.source().isStandard());
        return new Context(snapshot, place, Heard.of(snapshot, Place.at(without, number)), true);
    }

    /** The type of the number before the caret, where the number is the whole value. */
    Optional<Type> unitType() {
        return (ofNumber ? this : ofNumber(snapshot, place)).type();
    }

    private Optional<Type> typeInside(Ast around) {
        if (around instanceof Argument) {
            return parameter().flatMap(Parameter::type).map(Context::type);
        }
        if (around instanceof Expression.Binary binary) {
            return compared(binary);
        }
        if (around instanceof Step.Weight weight) {
            return Optional.of(
                    weight.type() instanceof Step.WeightType.Scalar scalar
                            ? Type.of(scalar.type().text())
                            : Type.of("init"));
        }
        boolean counts = around instanceof Step.Repeat
                || around instanceof Item.Repeat
                || around instanceof Step.For
                || around instanceof Item.For;
        return counts ? Optional.of(Type.of("int")) : Optional.empty();
    }

    private static Type type(TypeName written) {
        return new Type(written.name().text(), written.list(), written.optional());
    }

    /** What is compared with a name is of the same type. */
    private Optional<Type> compared(Expression.Binary binary) {
        boolean equality = binary.operator() == BinaryOperator.EQUAL || binary.operator() == BinaryOperator.NOT_EQUAL;
        Expression other = binary.right().span().start() <= place.mark().start() ? binary.left() : binary.right();
        if (!equality || !(other instanceof Expression.Reference reference)) {
            return Optional.empty();
        }
        Optional<Value> value = Optional.ofNullable(
                        heard.visible().get(reference.name().text()))
                .map(Scope.Binding::value);
        if (value.isPresent() && value.get() instanceof Value.Any any) {
            return Optional.of(any.type());
        }
        return value.filter(Value.Declared.class::isInstance)
                .map(declared -> Type.of(Describe.kind(((Value.Declared) declared).declaration())));
    }

    /** Whether a value may stand here: behind an argument with a name stands none without. */
    boolean takesValues() {
        return !isArgumentName()
                && (heard.argument().isEmpty()
                        || heard.argument().get().name().isPresent()
                        || heard.signature().isEmpty()
                        || heard.innermost(Step.Weight.class).isEmpty()
                                && namesBefore().isEmpty()
                                && parameter().isPresent());
    }

    private boolean isArgumentName() {
        return heard.argument()
                .flatMap(Argument::name)
                .filter(name -> name.span().equals(place.mark()))
                .isPresent();
    }

    /** Whether the name of an argument may stand here: behind it stands none without a name. */
    boolean takesNames() {
        Optional<Argument> here = heard.argument();
        return here.isPresent()
                && (here.get().name().isEmpty()
                        || here.get().value().span().start() > place.mark().end())
                && others().stream()
                        .noneMatch(other -> other.name().isEmpty()
                                && other.span().start() > place.mark().start());
    }

    private List<Name> namesBefore() {
        return others().stream()
                .filter(argument -> argument.span().start() < place.mark().start())
                .flatMap(argument -> argument.name().stream())
                .toList();
    }

    /** The other arguments of the call. */
    List<Argument> others() {
        return heard.call().stream()
                .flatMap(call -> Tree.children(call).stream())
                .filter(Argument.class::isInstance)
                .map(Argument.class::cast)
                .filter(argument -> !heard.argument().equals(Optional.of(argument)))
                .toList();
    }

    /** The parameter that gets the argument here. */
    Optional<Parameter> parameter() {
        Optional<Argument> here = heard.argument();
        Optional<Signature> signature = heard.signature();
        if (here.isEmpty() || signature.isEmpty()) {
            return Optional.empty();
        }
        if (here.get().name().isPresent()) {
            String name = here.get().name().get().text();
            return Binder.find(signature.get().all(), name);
        }
        return free().stream().filter(signature.get().placed()::contains).findFirst();
    }

    /** The parameters whose argument is not given yet. */
    List<Parameter> free() {
        Signature signature = heard.signature().orElse(new Signature("", List.of(), List.of()));
        List<Parameter> free = new ArrayList<>(signature.all());
        int placed = 0;
        for (Argument other : others()) {
            if (other.name().isEmpty()) {
                if (other.span().start() < place.mark().start()
                        && placed < signature.placed().size()) {
                    free.remove(signature.placed().get(placed++));
                }
            } else {
                String name = other.name().get().text();
                free.removeIf(parameter -> parameter.isCalled(name));
            }
        }
        return free;
    }

    /** Whether the path of shared weights is meant here. */
    boolean isShare() {
        return heard.innermost(Argument.class).filter(Sharing::isMeant).isPresent();
    }
}
