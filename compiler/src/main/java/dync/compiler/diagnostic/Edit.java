package dync.compiler.diagnostic;

import dync.compiler.source.Span;

/** Replaces the text of a span; an empty span inserts. */
public record Edit(Span span, String replacement) {}
