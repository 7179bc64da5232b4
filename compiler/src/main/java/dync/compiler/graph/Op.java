package dync.compiler.graph;

import dync.compiler.source.Span;
import dync.compiler.value.Symbol;
import java.util.List;
import java.util.Optional;

/** What a node does with its operands. */
public sealed interface Op {

    /** The frame of an input. */
    record Stimulus(String input) implements Op {}

    /** A weight, the same at every step. */
    record Weight(WeightSpec spec) implements Op {}

    /**
     * A static method: the flow, the weights, then these arguments.
     *
     * @param name of the runtime's method; with package and class for another
     * @param method where it is, if it is not the runtime's
     */
    record Primitive(String name, List<CallArgument> arguments, Optional<JavaMethod> method) implements Op {

        /** A method of the runtime. */
        public Primitive(String name, List<CallArgument> arguments) {
            this(name, arguments, Optional.empty());
        }

        /** Whether it draws at random or gathers statistics while training. */
        public boolean dependsOnTraining() {
            return arguments.stream().anyMatch(CallArgument.Training.class::isInstance);
        }

        /** Whether it yields something even where what it reads is absent. */
        public boolean fillsAbsence() {
            return arguments.stream().anyMatch(CallArgument.Blank.class::isInstance);
        }
    }

    /**
     * A static method that a primitive outside of the standard library names.
     *
     * @param type its class with the package
     * @param span where the source names it
     */
    record JavaMethod(String type, String name, Span span) {}

    /** A function value by value, such as {@code add} or {@code tanh}. */
    record Pointwise(String function) implements Op {}

    /** A function over axes that keep size 1. */
    record Reduce(String function, Symbol axes) implements Op {}

    /** Channels behind channels. */
    record Concat() implements Op {}

    /** A recurrence, skip or feedback joins the flow; while one side is absent the other passes. */
    record Combine(Symbol integration, Joint joint) implements Op {}

    /** An area commits its state. */
    record Commit(String area) implements Op {}

    /**
     * What joins a flow, as the author wrote it.
     *
     * @param source the area whose state arrives
     * @param delay in steps
     * @param connection the name of the connection through which a recurrence goes
     */
    record Joint(JointKind kind, String source, int delay, Optional<String> connection) {}

    /** The ways in which the state of an area joins a flow. */
    enum JointKind {
        RECURRENCE,
        SKIP,
        FEEDBACK
    }

    /** An argument of a primitive that is no tensor. */
    sealed interface CallArgument {
        record Whole(long value) implements CallArgument {}

        record Number(double value) implements CallArgument {}

        record Text(String value) implements CallArgument {}

        record Truth(boolean value) implements CallArgument {}

        /** Whether the model is being trained, known at run time. */
        record Training() implements CallArgument {}

        /** The index tables of the model's cortical sheets. */
        record Sheets() implements CallArgument {}

        /** Zeros of the shape that is yielded, for every sample; they stand for an absent flow. */
        record Blank() implements CallArgument {}
    }
}
