package dync.compiler.graph;

import dync.compiler.value.Past;

/** What a node works on. */
public sealed interface Operand {

    /** The value of a node, {@code delay} steps ago. */
    record Read(int node, int delay, Past past) implements Operand {}

    /** A number known at compile time; times are in ms. */
    record Constant(double value) implements Operand {}

    /** A weight that was left out. */
    record Missing() implements Operand {}
}
