package dync.compiler.value;

import dync.compiler.ast.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be given in parentheses.
 *
 * @param what the name of what is called
 * @param placed given by place or by name
 * @param named given by name only
 */
public record Signature(String what, List<Parameter> placed, List<Parameter> named) {

    /** What a declaration takes. */
    public static Signature of(String what, List<Parameter> parameters) {
        return new Signature(what, parameters, List.of());
    }

    /** The same of something else. */
    public Signature of(String other) {
        return new Signature(other, placed, named);
    }

    /** This, and then what another takes, which is called together with it. */
    public Signature and(Signature other) {
        return new Signature(what, joined(placed, other.placed), joined(named, other.named));
    }

    /** Both kinds, those with places first. */
    public List<Parameter> all() {
        return joined(placed, named);
    }

    private static List<Parameter> joined(List<Parameter> first, List<Parameter> second) {
        List<Parameter> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
