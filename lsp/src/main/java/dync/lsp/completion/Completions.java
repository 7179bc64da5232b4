package dync.lsp.completion;

import dync.compiler.ast.Expression;
import dync.compiler.parse.Continuation;
import dync.compiler.parse.Role;
import dync.compiler.value.Type;
import dync.compiler.value.Value;
import dync.compiler.value.Wanted;
import dync.lsp.feature.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;

/** What fits at a caret. */
public final class Completions {
    private final Context context;
    private final Calls calls;
    private final Areas areas;

    private Completions(Context context) {
        this.context = context;
        this.calls = new Calls(context);
        this.areas = new Areas(context);
    }

    /** All that fits in the place of the word around an offset, whatever of it is written already. */
    public static CompletionList of(Snapshot snapshot, int offset) {
        Place place = Place.at(snapshot.source(), offset);
        Continuation continuation = Continuation.in(place.marked());
        if (continuation.nexts().isEmpty()) {
            return new CompletionList(false, List.of());
        }
        boolean number = continuation.nexts().stream()
                .allMatch(next -> next instanceof Continuation.Named named
                        ? named.role() == Role.UNIT
                        : next.isIn("binaryOperator"));
        Context context = number ? Context.ofNumber(snapshot, place) : Context.of(snapshot, place);
        Items items = new Items(context);
        Map<String, CompletionItem> byLabel = new LinkedHashMap<>();
        new Completions(context)
                .offers(continuation)
                .forEach(offer -> byLabel.putIfAbsent(offer.label() + "\n" + offer.text(), items.item(offer)));
        return new CompletionList(false, List.copyOf(byLabel.values()));
    }

    private List<Offer> offers(Continuation continuation) {
        List<Offer> offers = new ArrayList<>();
        Keywords keywords = new Keywords(context);
        for (Continuation.Next next : continuation.nexts()) {
            if (next instanceof Continuation.Keyword keyword) {
                keywords.offer(keyword).ifPresent(offers::add);
            } else if (next instanceof Continuation.Named named) {
                offers.addAll(named(named));
            }
        }
        return offers;
    }

    private List<Offer> named(Continuation.Named named) {
        return switch (named.role()) {
            case DECLARED -> List.of();
            case NAME -> name(named);
            case MODEL -> models();
            case TEMPLATE -> calls.templates();
            case AREA -> named.isIn("wire") ? areas.wire() : areas.sources();
            case AREA_STATEMENT -> areas.statements();
            case TYPE -> types(named);
            case ARGUMENT -> context.takesNames() ? calls.arguments() : List.of();
            case MEMBER -> members();
            case VALUE -> values();
            case DYNAMICS -> new Values(context, calls, Optional.of(Type.of("dynamics"))).offers();
            case SOLVER -> new Values(context, calls, Optional.of(Type.of("solver"))).offers();
            case OPERATION -> named.isIn("primitiveBody") ? List.of() : calls.operations();
            case PIPE -> calls.operations();
            case FIELD -> fields();
            case UNIT -> units();
        };
    }

    private List<Offer> name(Continuation.Named named) {
        if (named.isIn("importDeclaration")) {
            return new Imports(context).offers();
        }
        return named.isIn("annotation") && context.place().previous() == '@'
                ? List.of(Offer.of("alias", CompletionItemKind.Keyword, Offer.Rank.REQUIRED, "other names")
                        .snippet("alias($1) $0"))
                : List.of();
    }

    private List<Offer> models() {
        List<Offer> models = new ArrayList<>(calls.models());
        models.addAll(new Imports(context).models());
        return models;
    }

    private List<Offer> values() {
        if (context.isShare()) {
            return areas.shared();
        }
        return context.takesValues() ? new Values(context, calls, context.type()).offers() : List.of();
    }

    private static List<Offer> types(Continuation.Named named) {
        return Type.NAMES.stream()
                .filter(type -> !named.isIn("weightType")
                        || Set.of("float", "time", "rate").contains(type))
                .map(type -> Offer.of(
                        type,
                        CompletionItemKind.Struct,
                        Offer.Rank.FITTING,
                        Type.of(type).described()))
                .toList();
    }

    private List<Offer> members() {
        if (context.isShare()) {
            return context.heard().above(0).stream()
                    .filter(Expression.Member.class::isInstance)
                    .map(member -> ((Expression.Member) member).object())
                    .filter(Expression.Reference.class::isInstance)
                    .map(object -> ((Expression.Reference) object).name().text())
                    .flatMap(area -> areas.parts(area).stream())
                    .toList();
        }
        Optional<Value> object = context.heard()
                .wanted()
                .filter(Wanted.Member.class::isInstance)
                .map(wanted -> ((Wanted.Member) wanted).object());
        boolean sized = object.filter(value -> value instanceof Value.Signal || value instanceof Value.ShapeOf)
                .isPresent();
        return sized
                ? List.of("channels", "height", "width", "features").stream()
                        .map(name -> Offer.of(name, CompletionItemKind.Field, Offer.Rank.FITTING, "int"))
                        .toList()
                : List.of();
    }

    private static List<Offer> fields() {
        return List.of("weights", "stages", "nodes").stream()
                .map(name -> Offer.of(name, CompletionItemKind.Field, Offer.Rank.FITTING, "a list of numbers")
                        .snippet(name + " = [$0]"))
                .toList();
    }

    /** The units of the type that is wanted; a time may be divided, so all where the number is a part of something. */
    private List<Offer> units() {
        Optional<Type> type = context.unitType();
        if (type.filter(wanted -> !Set.of("time", "rate").contains(wanted.name()))
                .isPresent()) {
            return List.of();
        }
        String space = context.place().touchesNumber() ? " " : "";
        return List.of("ms", "us", "s", "Hz", "kHz").stream()
                .filter(unit -> type.isEmpty()
                        || unit.endsWith("s") == type.get().name().equals("time"))
                .map(unit -> Offer.of(unit, CompletionItemKind.Unit, Offer.Rank.REQUIRED, "unit")
                        .writing(space + unit))
                .toList();
    }
}
