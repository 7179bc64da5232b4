package dync.compiler.ast;

import dync.compiler.source.Span;

/** Anything that stands in a source. */
public interface Ast {
    Span span();
}
