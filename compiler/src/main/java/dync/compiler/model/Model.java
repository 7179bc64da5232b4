package dync.compiler.model;

import dync.compiler.ast.Item;
import dync.compiler.ast.Name;
import dync.compiler.ast.Step;
import dync.compiler.source.Span;
import dync.compiler.value.Rational;
import dync.compiler.value.Scope;
import dync.compiler.value.Symbol;
import dync.compiler.value.TensorShape;
import dync.compiler.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A model with all its parameters bound. Bodies are still text: what they build depends on shapes.
 *
 * @param weights the first nodes of the graph, in this order
 * @param mentioned the kinds of wires that stand anywhere in the source, also in branches not taken
 */
public record Model(
        String name,
        Optional<String> doc,
        Span span,
        List<Parameter> parameters,
        Clock clock,
        List<Input> inputs,
        List<SharedWeight> weights,
        List<Area> areas,
        List<Wire> wires,
        List<Readout> readouts,
        Set<Item.Kind> mentioned) {

    /**
     * A parameter with the value that it has here.
     *
     * @param aliases other names under which it is set
     */
    public record Parameter(String name, List<String> aliases, Value value, Origin origin) {}

    /** Where the value of a parameter comes from. */
    public enum Origin {
        DEFAULT,
        VARIANT,
        SETTING
    }

    /**
     * Discrete time.
     *
     * @param step in ms
     * @param steps how many a run has unless it says otherwise
     * @param idle steps on blank input before a run
     * @param truncate gradients are cut every so many steps; 0 for never
     */
    public record Clock(Rational step, int steps, int idle, int truncate, Span span) {}

    /**
     * A stimulus.
     *
     * @param gaps whether it may be absent at some steps, which is then decided at run time
     */
    public record Input(String name, TensorShape shape, boolean gaps, Span span) {}

    /**
     * A weight that the areas see by its name.
     *
     * @param name its path, which differs from what is written where a loop declares it several times
     * @param scope what its shape and start see
     */
    public record SharedWeight(String name, Step.Weight weight, Scope scope) {}

    /**
     * A population.
     *
     * @param template the name of the template that holds its body
     * @param scope what its body sees
     * @param then the steps between its emission and its targets
     */
    public record Area(
            String name,
            Span span,
            Optional<Name> template,
            Scope scope,
            List<Step> body,
            Optional<Sources> from,
            List<Then> then) {}

    /** Steps after an area, with the scope in which they are written. */
    public record Then(List<Step> steps, Scope scope) {}

    /**
     * A skip or a feedback.
     *
     * @param span its kind and its ends, without arguments and body
     */
    public record Wire(
            Item.Kind kind,
            String source,
            String target,
            Delay delay,
            Symbol combine,
            List<Step> body,
            Scope scope,
            Span span) {}

    /** An output. */
    public record Readout(String name, Span span, Optional<Sources> from, List<Step> body, Scope scope) {}

    /** Whether a wire of this kind stands anywhere in the source. */
    public boolean mentions(Item.Kind kind) {
        return mentioned.contains(kind);
    }

    /** The area of a name. */
    public Optional<Area> area(String wanted) {
        return areas.stream().filter(area -> area.name().equals(wanted)).findFirst();
    }
}
