package dync.compiler.model;

import dync.compiler.ast.Item;
import dync.compiler.ast.Name;
import dync.compiler.ast.Salvage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What can be wired in a model, whatever its parameters are.
 *
 * @param areas declared in any branch
 * @param inputs declared in any branch
 * @param lost seems to be declared in a text that could not be read
 */
public record AreaNames(Set<String> areas, Set<String> inputs, Set<String> lost) {

    public static AreaNames of(List<Item> items) {
        AreaNames names = new AreaNames(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        items.forEach(names::collect);
        return names;
    }

    private void collect(Item item) {
        if (item instanceof Item.Area area) {
            areas.add(area.name().text());
        } else if (item instanceof Item.Input input) {
            inputs.add(input.name().map(Name::text).orElse("input"));
        } else if (item instanceof Item.Error error) {
            lost.addAll(Salvage.names(error.span()));
        } else if (item instanceof Item.If choice) {
            choice.then().forEach(this::collect);
            choice.otherwise().forEach(this::collect);
        } else if (item instanceof Item.For loop) {
            loop.body().forEach(this::collect);
        } else if (item instanceof Item.Repeat repeat) {
            repeat.body().forEach(this::collect);
        }
    }

    /** Whether a wire or {@code then} may name it. */
    public boolean isArea(String name) {
        return areas.contains(name) || lost.contains(name);
    }

    /** Areas and inputs: what may stand after {@code from}. */
    public Set<String> sources() {
        Set<String> all = new LinkedHashSet<>(areas);
        all.addAll(inputs);
        return all;
    }
}
