package dync.compiler.resolve;

import dync.compiler.ast.Expression;
import dync.compiler.ast.Item;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.model.References;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which areas of a model run before which, as far as it is the same whatever its parameters are. */
final class WireOrder {
    private final Map<String, Set<String>> drivers = new LinkedHashMap<>();

    private WireOrder() {}

    /**
     * An area in a branch or a loop stands between others or is not there: the order of those stays, unless it says itself
     * what drives it.
     */
    static WireOrder of(List<Item> items) {
        WireOrder order = new WireOrder();
        if (items.stream().anyMatch(WireOrder::hidesDetour)) {
            return order;
        }
        Set<String> before = Set.of();
        for (Item item : items) {
            if (item instanceof Item.Area area) {
                Set<String> sources = new HashSet<>();
                area.from().ifPresent(from -> collect(from, sources));
                order.drivers.put(area.name().text(), area.from().isPresent() ? sources : before);
                before = Set.of(area.name().text());
            }
        }
        return order;
    }

    private static boolean hidesDetour(Item item) {
        List<Item> inside;
        if (item instanceof Item.If choice) {
            return choice.then().stream().anyMatch(WireOrder::isDetourOrHidesOne)
                    || choice.otherwise().stream().anyMatch(WireOrder::isDetourOrHidesOne);
        } else if (item instanceof Item.For loop) {
            inside = loop.body();
        } else if (item instanceof Item.Repeat repeat) {
            inside = repeat.body();
        } else {
            return false;
        }
        return inside.stream().anyMatch(WireOrder::isDetourOrHidesOne);
    }

    private static boolean isDetourOrHidesOne(Item item) {
        return item instanceof Item.Area area && area.from().isPresent() || hidesDetour(item);
    }

    private static void collect(Expression from, Set<String> names) {
        if (from instanceof Expression.Reference reference) {
            names.add(reference.name().text());
        } else if (from instanceof Expression.Binary sum) {
            collect(sum.left(), names);
            collect(sum.right(), names);
        } else if (from instanceof Expression.Call call) {
            call.arguments().forEach(argument -> collect(argument.value(), names));
        }
    }

    /** What is wrong with the way that a wire leads. */
    Optional<Diagnostic> mistake(Item.Wire wire) {
        String source = wire.source().text();
        String target = wire.target().text();
        if (source.equals(target)) {
            return drivers.containsKey(source)
                    ? Optional.of(References.wiredToItself(wire.span(), source))
                    : Optional.empty();
        }
        boolean skip = wire.kind() == Item.Kind.SKIP;
        boolean wrong = skip ? drives(target, source, new HashSet<>()) : drives(source, target, new HashSet<>());
        if (!wrong) {
            return Optional.empty();
        }
        String other = (skip ? Item.Kind.FEEDBACK : Item.Kind.SKIP).keyword();
        return Optional.of(References.wrongWay(wire.span(), wire.kind(), source, target)
                .help("write " + other + " instead, and receive " + other + " in " + target));
    }

    /** Whether what one area emits reaches the other in the same step. */
    private boolean drives(String first, String second, Set<String> seen) {
        return seen.add(second)
                && drivers.getOrDefault(second, Set.of()).stream()
                        .anyMatch(driver -> driver.equals(first) || drives(first, driver, seen));
    }
}
