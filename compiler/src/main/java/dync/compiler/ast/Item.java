package dync.compiler.ast;

import dync.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/** What stands in the body of a model. */
public sealed interface Item extends Ast {

    /** A declaration that sees the model's parameters. */
    record Declare(Span span, Declaration declaration) implements Item {}

    /** {@code require condition, "message"}. */
    record Require(Span span, Expression condition, Optional<Expression> message) implements Item {}

    /** {@code let name = expr}: a compile-time value. */
    record Let(Span span, Name name, Expression value) implements Item {}

    /** {@code clock(step = …, steps = …)}. */
    record Clock(Span span, List<Argument> arguments) implements Item {}

    /** {@code input(channels, height, width)}, or {@code input NAME(…)} for a further stimulus. */
    record Input(Span span, Optional<Name> name, List<Argument> arguments) implements Item {}

    /**
     * {@code area NAME = Template(arguments) from source then op(…)}, or {@code area NAME from source { body }}.
     *
     * @param template the template, empty where the body is given in place
     * @param from what drives it, empty for the area written before it
     * @param then steps between its emission and its targets
     */
    record Area(
            Span span,
            Optional<String> doc,
            Name name,
            Optional<Expression.Call> template,
            List<Step> body,
            Optional<Expression> from,
            List<Step> then)
            implements Item {}

    /** {@code NAME then op(…)}: adds steps after an area that is declared elsewhere. */
    record Then(Span span, Name area, List<Step> steps) implements Item {}

    /** {@code skip A -> B (arguments) { body }} or {@code feedback …}. */
    record Wire(Span span, Kind kind, Name source, Name target, List<Argument> arguments, List<Step> body)
            implements Item {}

    /** {@code readout NAME from source { body }}. */
    record Readout(Span span, Optional<String> doc, Name name, Optional<Expression> from, List<Step> body)
            implements Item {}

    /** {@code if condition { … } else { … }}, decided at compile time. */
    record If(Span span, Expression condition, List<Item> then, List<Item> otherwise) implements Item {}

    /** {@code for variable in from..to { … }}; {@code to} is not reached. */
    record For(Span span, Name variable, Expression from, Expression to, List<Item> body) implements Item {}

    /** {@code repeat count { … }}. */
    record Repeat(Span span, Expression count, List<Item> body) implements Item {}

    /** A weight that several areas share. */
    record Weight(Span span, Step.Weight weight) implements Item {}

    /** What could not be read; the syntax error has been reported. */
    record Error(Span span) implements Item {}

    /** The two kinds of wires between areas. */
    enum Kind {
        SKIP,
        FEEDBACK;

        /** As it is written. */
        public String keyword() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
