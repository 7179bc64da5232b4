package dync.compiler.value;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Parameter;
import dync.compiler.ast.Step;
import dync.compiler.source.Span;

/**
 * Is told what the stages find out about the places of a text. What an editor knows of a text it knows from here, so it
 * cannot disagree with the compiler. An observer may throw to stop a compilation that nobody waits for any more.
 */
public interface Observer {
    /** One that does not look. */
    Observer NONE = new Observer() {};

    /** A name was looked up. The same place may be told several times: a template is read for each of its areas. */
    default void looked(Lookup lookup) {}

    /**
     * Something is called.
     *
     * @param site the whole call or statement; what it takes may be told in several parts, which follow each other
     * @param from where the arguments are looked up
     */
    default void called(Span site, Signature signature, Scope from) {}

    /** An argument of a call goes to a parameter, by place or by name. */
    default void passed(Argument argument, Parameter parameter) {}

    /** A name got a value. */
    default void bound(Scope.Binding binding) {}

    /**
     * A conduction delay became steps of the clock.
     *
     * @param expression where it is stated
     */
    default void delay(Span expression, int steps) {}

    /**
     * A step of a body yields a flow.
     *
     * @param path the bodies around it, such as {@code V1} or {@code V1.Basic_2}
     * @param before the flow that it was given; poison where that is unknown
     */
    default void flow(Step step, String path, Value before, Value.Signal after) {}

    /**
     * A step of a body has added these nodes to the graph.
     *
     * @param path the bodies around it, such as {@code V1} or {@code V1.Basic_2}
     * @param first the first of them
     * @param end the one behind the last
     */
    default void built(Step step, String path, int first, int end) {}
}
