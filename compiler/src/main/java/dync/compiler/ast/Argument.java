package dync.compiler.ast;

import dync.compiler.source.Span;
import java.util.Optional;

/** {@code value} or {@code name = value}. */
public record Argument(Span span, Optional<Name> name, Expression value) implements Ast {}
