package dync.compiler.diagnostic;

import dync.compiler.source.Span;

/** A place that helps to understand a diagnostic, with a few words beside it; the words may be empty. */
public record Label(Span span, String text) {}
