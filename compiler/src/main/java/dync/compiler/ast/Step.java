package dync.compiler.ast;

import dync.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/** One step of a pipeline. The flow runs through them in the order they are written. */
public sealed interface Step extends Ast {

    /** {@code op(arguments)} or {@code op}. */
    record Op(Span span, Name name, List<Argument> arguments) implements Step {}

    /** {@code let name = expr}: names a value, leaves the flow. */
    record Let(Span span, Name name, Expression value) implements Step {}

    /** {@code apply expr}: replaces the flow. */
    record Apply(Span span, Expression value) implements Step {}

    /** {@code add(expr)}, {@code gate(expr)} or {@code concat(expr)}. */
    record Merge(Span span, MergeKind kind, Expression value) implements Step {}

    /** {@code if condition { … } else { … }}, decided at compile time. */
    record If(Span span, Expression condition, List<Step> then, List<Step> otherwise) implements Step {}

    /** {@code for variable in from..to { … }}; {@code to} is not reached. */
    record For(Span span, Name variable, Expression from, Expression to, List<Step> body) implements Step {}

    /** {@code repeat count { … }}. */
    record Repeat(Span span, Expression count, List<Step> body) implements Step {}

    /**
     * {@code weight name: [shape] = init, option = value} or {@code weight name: type = value, …}.
     *
     * @param type what stands after the colon: a list for a shape, a name for a scalar of that type
     * @param options {@code trainable}, {@code min}, {@code max}, {@code share}
     */
    record Weight(Span span, Name name, WeightType type, Optional<Expression> init, List<Argument> options)
            implements Step {}

    /** The declared type of a weight. */
    sealed interface WeightType extends Ast {
        record Shape(Span span, Expression.ListOf sizes) implements WeightType {}

        record Scalar(Span span, Name type) implements WeightType {}
    }

    /** {@code recurrent(kind, delay = …, …)}. */
    record Recurrent(Span span, List<Argument> arguments) implements Step {}

    /** {@code receive skip} or {@code receive feedback}. */
    record Receive(Span span, Item.Kind kind) implements Step {}

    /** {@code evolve dynamics(arguments) using solver(arguments)}. */
    record Evolve(Span span, Expression.Call dynamics, Optional<Expression.Call> solver) implements Step {}

    /** {@code emit} or {@code emit(delay = …, initial = …)}. */
    record Emit(Span span, List<Argument> arguments) implements Step {}

    /** {@code penalty(kind, weight)}. */
    record Penalty(Span span, List<Argument> arguments) implements Step {}

    /** {@code record(name)}. */
    record Record(Span span, Name probe) implements Step {}

    /** {@code require condition, "message"}. */
    record Require(Span span, Expression condition, Optional<Expression> message) implements Step {}

    /** A declaration inside an area's body. */
    record Declare(Span span, Declaration declaration) implements Step {}

    /** What could not be read; the syntax error has been reported. */
    record Error(Span span) implements Step {}

    /** How {@code add}, {@code gate} and {@code concat} merge a value into the flow. */
    enum MergeKind {
        ADD,
        GATE,
        CONCAT;

        /** As it is written. */
        public String keyword() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
