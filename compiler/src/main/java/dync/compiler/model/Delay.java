package dync.compiler.model;

import dync.compiler.source.Span;

/** A conduction delay as a whole number of steps, with the place that states it. */
public record Delay(int steps, Span span) {}
