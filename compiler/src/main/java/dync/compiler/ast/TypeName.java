package dync.compiler.ast;

import dync.compiler.source.Span;

/**
 * {@code name}, {@code [name]} or {@code name?}.
 *
 * @param list a list of it
 * @param optional it, or {@code none}
 */
public record TypeName(Span span, Name name, boolean list, boolean optional) implements Ast {}
