package dync.stimulus.course;

import dync.runtime.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Puts the parts of a time course one behind the other, and sees to it that they fit into the run. */
final class Script {
    private final int steps;
    private final double stepMs;
    private final List<Moment> moments = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();
    private long end;

    /**
     * Begins an empty script.
     *
     * @param steps of the run
     * @param stepMs length of a step in milliseconds
     */
    Script(int steps, double stepMs) {
        this.steps = steps;
        this.stepMs = stepMs;
    }

    /** Steps of a span; {@code what} is its key. */
    int length(String what, Span span) {
        return span.in(stepMs, what);
    }

    /** Steps that are left. */
    int left() {
        return (int) Math.max(0, steps - end);
    }

    Script blank(String what, Span span) {
        return part(what, length(what, span), step -> Moment.BLANK);
    }

    Script show(String what, Span span, Scene scene) {
        return part(what, length(what, span), step -> Moment.of(scene));
    }

    Script part(String what, int length, IntFunction<Moment> moment) {
        for (int step = 0; step < length && moments.size() < steps; step++) {
            moments.add(moment.apply(step));
        }
        end += length;
        if (length > 0) {
            parts.add(what + " " + length);
        }
        return this;
    }

    /** The course, with blanks to its end. */
    List<Moment> end() {
        if (end > steps) {
            throw new UserError(
                    String.join(" + ", parts) + " make " + end + " steps, and the run has " + steps,
                    "run for at least " + end + " steps, or shorten a part");
        }
        while (moments.size() < steps) {
            moments.add(Moment.BLANK);
        }
        return List.copyOf(moments);
    }
}
