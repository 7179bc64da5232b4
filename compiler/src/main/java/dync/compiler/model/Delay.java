package dync.compiler.model;

import dync.compiler.source.Span;

/** A conduction delay as a whole number of steps, with the place that states it. */
public record Delay(int steps, Span span) {

    /** Stands for a delay that was reported: one step, so that nothing that follows takes it for a loop without delay. */
    public static Delay wrong(Span span) {
        return new Delay(1, span);
    }
}
