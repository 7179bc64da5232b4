package dync.compiler.describe;

import dync.compiler.model.Model;
import dync.compiler.value.Rational;
import dync.compiler.value.TensorShape;
import java.util.List;
import java.util.Optional;

/**
 * What a model is, in the words of its author: nothing in here is a node of the graph.
 *
 * @param doc the text of its doc comment
 * @param settings its parameters with the values that they have here
 * @param places inputs, then areas in the order in which they run, then readouts
 * @param connections feedforward, then recurrences, skips and feedbacks
 * @param routes how the first signal reaches each readout
 * @param total of all places
 */
public record Description(
        String model,
        Optional<String> doc,
        List<Setting> settings,
        Clock clock,
        List<Place> places,
        List<Connection> connections,
        List<Route> routes,
        Cost total) {

    /** A parameter of the model; its value is written as in the language. */
    public record Setting(String name, String value, Model.Origin origin) {}

    /**
     * Discrete time.
     *
     * @param step in ms
     * @param steps of a run after the idle ones
     * @param idle steps on blank input before a run
     * @param truncate gradients are cut every so many steps; 0 for never
     */
    public record Clock(Rational step, int steps, int idle, int truncate) {}

    /** What a place is for. */
    public enum Role {
        INPUT,
        AREA,
        READOUT
    }

    /**
     * An input, an area or a readout.
     *
     * @param shape of its frame, of the state that it commits, or of its answer
     * @param cost of everything in it, the connections that lead into it included
     */
    public record Place(Role role, String name, TensorShape shape, Cost cost, Arrival arrival) {}

    /**
     * When a value exists, in steps counted from the first one of a run, idle steps included.
     *
     * @param present the first step at which it exists; empty where it never does
     * @param image the first step at which it can depend on the stimulus; empty where it never does
     * @param gaps whether a stimulus with gaps decides at run time; the steps are then the earliest that are possible
     */
    public record Arrival(Optional<Integer> present, Optional<Integer> image, boolean gaps) {}

    /**
     * What something takes.
     *
     * @param parameters how many values training may change
     * @param fixed how many values are stored beside them: running statistics, constants
     * @param multiplyAdds of one sample in one step
     * @param stimulusOnly those of them that no earlier step has an influence on: under a still image they yield the same
     *     at every step
     */
    public record Cost(long parameters, long fixed, long multiplyAdds, long stimulusOnly) {
        public static final Cost NONE = new Cost(0, 0, 0, 0);

        /** Both together. */
        public Cost plus(Cost other) {
            return new Cost(
                    parameters + other.parameters,
                    fixed + other.fixed,
                    multiplyAdds + other.multiplyAdds,
                    stimulusOnly + other.stimulusOnly);
        }
    }

    /** The kinds of connections. */
    public enum Kind {
        FEEDFORWARD,
        RECURRENCE,
        SKIP,
        FEEDBACK
    }

    /**
     * How one place reaches another.
     *
     * @param delay in steps; a recurrence has one at least
     * @param carries the shape of what arrives, before it is bridged
     * @param combine how it joins: {@code additive}, {@code multiplicative}; for one of several that drive an area
     *     {@code sum} or {@code concat}
     * @param through the name of the connection that a recurrence goes through
     * @param bridges what the compiler put in to make shapes meet
     * @param cost of its own transform, bridges included
     */
    public record Connection(
            Kind kind,
            String source,
            String target,
            int delay,
            TensorShape carries,
            Optional<String> combine,
            Optional<String> through,
            List<Bridge> bridges,
            Cost cost) {}

    /** Something that no one wrote: {@code conv}, which is 1×1, or {@code resample}, which takes the nearest value. */
    public record Bridge(String operation, TensorShape from, TensorShape to, Cost cost) {}

    /** The way of the first signal to a readout, from the stimulus on. */
    public record Route(String readout, List<Visit> visits) {}

    /** A place and the step at which the signal is there. */
    public record Visit(String place, int step) {}

    /** The places of a role, in order. */
    public List<Place> places(Role role) {
        return places.stream().filter(place -> place.role() == role).toList();
    }

    /** The place of a name. */
    public Optional<Place> place(String name) {
        return places.stream().filter(place -> place.name().equals(name)).findFirst();
    }
}
