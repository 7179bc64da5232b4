package dync.compiler.ast;

import dync.compiler.source.Span;
import java.math.BigDecimal;
import java.util.List;

/** Anything with a value: a number known at compile time, or a tensor that flows. */
public sealed interface Expression extends Ast {

    /** {@code 3}, {@code 1e-6}. */
    record Number(Span span, BigDecimal value, boolean whole) implements Expression {}

    /** {@code 2 ms}; {@code unit} is one of {@code us ms s Hz kHz}. */
    record Quantity(Span span, BigDecimal value, Name unit) implements Expression {}

    /** A string without its quotes. */
    record Text(Span span, String value) implements Expression {}

    /** {@code true} or {@code false}. */
    record Truth(Span span, boolean value) implements Expression {}

    /** {@code none}. */
    record None(Span span) implements Expression {}

    /** A parameter, a let, a weight, a declaration, an area, or {@code in}, {@code it}, {@code out}. */
    record Reference(Span span, Name name) implements Expression {}

    /** {@code object.member}, such as {@code in.channels}. */
    record Member(Span span, Expression object, Name member) implements Expression {}

    /** {@code name(arguments)}; {@code parenthesised} is false where the parentheses were left out. */
    record Call(Span span, Name name, List<Argument> arguments, boolean parenthesised) implements Expression {}

    /** {@code value |> op(…)}. */
    record Pipe(Span span, Expression value, Call call) implements Expression {}

    /** {@code [a, b]}. */
    record ListOf(Span span, List<Expression> elements) implements Expression {}

    /** {@code -x} or {@code not x}. */
    record Unary(Span span, UnaryOperator operator, Expression operand) implements Expression {}

    /** {@code a + b}. */
    record Binary(Span span, BinaryOperator operator, Expression left, Expression right) implements Expression {}

    /** {@code if condition then a else b}, decided at compile time. */
    record Choice(Span span, Expression condition, Expression then, Expression otherwise) implements Expression {}

    /** What could not be read; the syntax error has been reported. */
    record Error(Span span) implements Expression {}
}
