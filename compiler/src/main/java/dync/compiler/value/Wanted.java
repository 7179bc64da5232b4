package dync.compiler.value;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Parameter;
import java.util.List;
import java.util.Optional;

/** What can stand where a name is looked up. */
public sealed interface Wanted {

    /** A value; empty where any type will do. */
    record Expression(Optional<Type> type) implements Wanted {}

    /** A primitive, a block or a function: a step, or a call in an expression. */
    record Operation() implements Wanted {}

    /** An area of the model, or an input where {@code orInput} is set. */
    record Area(boolean orInput) implements Wanted {}

    /** An area template. */
    record Template() implements Wanted {}

    /** A model or a variant. */
    record Model() implements Wanted {}

    /**
     * The name of an argument.
     *
     * @param what is called
     * @param given all arguments of the call
     */
    record ArgumentName(String what, List<Parameter> parameters, List<Argument> given) implements Wanted {}

    /** A size of a flow, such as {@code channels}. */
    record Member(Value object) implements Wanted {}
}
