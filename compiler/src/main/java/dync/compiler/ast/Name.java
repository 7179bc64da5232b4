package dync.compiler.ast;

import dync.compiler.source.Span;

/** A name as it stands in the text. */
public record Name(Span span, String text) implements Ast {}
