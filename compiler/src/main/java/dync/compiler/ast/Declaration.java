package dync.compiler.ast;

import dync.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/** What a file, a model or an area declares under a name. {@code doc} is the text of its {@code ///} lines. */
public sealed interface Declaration extends Ast {
    Name name();

    Optional<String> doc();

    /** The parameters, empty where the declaration takes none. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /** {@code model NAME(params) { … }}: a trainable network. */
    record Model(Span span, Optional<String> doc, Name name, List<Parameter> parameters, List<Item> items)
            implements Declaration {}

    /** {@code model NAME = Base(arguments)}: a variant of another model. */
    record Variant(Span span, Optional<String> doc, Name name, Name base, List<Argument> arguments)
            implements Declaration {}

    /** {@code area NAME(params) { … }}: a template for areas. */
    record Area(Span span, Optional<String> doc, Name name, List<Parameter> parameters, List<Step> body)
            implements Declaration {}

    /** {@code block NAME(params) { … }}: a reusable stateless pipeline. */
    record Block(Span span, Optional<String> doc, Name name, List<Parameter> parameters, List<Step> body)
            implements Declaration {}

    /** {@code connection NAME(params) { … }}: a lateral recurrence type. */
    record Connection(Span span, Optional<String> doc, Name name, List<Parameter> parameters, List<Step> body)
            implements Declaration {}

    /** {@code dynamics NAME(params) { x' = … }}; the first equation is the activity. */
    record Dynamics(
            Span span,
            Optional<String> doc,
            Name name,
            List<Parameter> parameters,
            List<Step.Let> lets,
            List<Equation> equations)
            implements Declaration {}

    /** {@code variable' = derivative}. */
    record Equation(Span span, Name variable, Expression derivative) implements Ast {}

    /** {@code solver NAME { nodes = …; stages = …; weights = … }}: a Butcher tableau. */
    record Solver(Span span, Optional<String> doc, Name name, List<Field> fields) implements Declaration {}

    /** {@code name = value} inside a solver. */
    record Field(Span span, Name name, Expression value) implements Ast {}

    /** {@code fn NAME(x, params) = expr}: a pointwise function; the first parameter is the flow. */
    record Function(Span span, Optional<String> doc, Name name, List<Parameter> parameters, Expression body)
            implements Declaration {}

    /** {@code const NAME = expr}. */
    record Constant(Span span, Optional<String> doc, Name name, Expression value) implements Declaration {}

    /**
     * {@code primitive NAME(params) { weight …; require …; shape […]; call (…) }}: an operation that the runtime
     * provides as a static method of the same name. {@code shape} is empty where the result is shaped as the input;
     * {@code call} lists the arguments that follow the tensors in the Java call.
     *
     * @param method the Java method that computes it, with package and class; empty in the standard library
     */
    record Primitive(
            Span span,
            Optional<String> doc,
            Name name,
            List<Parameter> parameters,
            List<Step> body,
            Optional<Expression.ListOf> shape,
            Optional<Name> method,
            List<Expression> call)
            implements Declaration {}

    /** What could not be read; the syntax error has been reported. */
    record Error(Span span, Name name) implements Declaration {
        @Override
        public Optional<String> doc() {
            return Optional.empty();
        }
    }
}
