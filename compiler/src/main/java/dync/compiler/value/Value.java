package dync.compiler.value;

import dync.compiler.ast.Declaration;
import java.util.List;
import java.util.Optional;

/** What an expression evaluates to. */
public sealed interface Value {

    /**
     * A number known at compile time.
     *
     * @param exact its value in ms for a time, in 1/ms for a rate; empty while a file is checked without parameters
     */
    record Num(Optional<Rational> exact, Dimension dimension) implements Value {
        public static Num of(Rational value) {
            return new Num(Optional.of(value), Dimension.NUMBER);
        }

        public static Num of(long value) {
            return of(Rational.of(value));
        }

        public static Num of(Rational value, Dimension dimension) {
            return new Num(Optional.of(value), dimension);
        }

        public static Num unknown(Dimension dimension) {
            return new Num(Optional.empty(), dimension);
        }
    }

    /** A truth value; empty while a file is checked without parameters. */
    record Truth(Optional<Boolean> value) implements Value {
        public static Truth of(boolean value) {
            return new Truth(Optional.of(value));
        }

        public static Truth unknown() {
            return new Truth(Optional.empty());
        }
    }

    record Text(String text) implements Value {}

    record None() implements Value {}

    record Sequence(List<Value> elements) implements Value {}

    /** A value of a small closed type, such as {@code additive}. */
    record Word(Symbol symbol) implements Value {}

    /** A declaration with the scope that it sees. */
    record Declared(Declaration declaration, Scope home) implements Value {}

    /**
     * An initialiser of weights.
     *
     * @param name as in the runtime, such as {@code kaiming}
     * @param arguments its numbers; empty while a file is checked without parameters
     * @param of the weight that it measures, for {@code lengths}
     */
    record Init(String name, List<Rational> arguments, Optional<Signal> of) implements Value {

        /** An initialiser that knows of no other weight. */
        public Init(String name, List<Rational> arguments) {
            this(name, arguments, Optional.empty());
        }
    }

    /**
     * A tensor that flows, read {@code delay} steps after it was computed.
     *
     * @param node its place in the graph; -1 while a file is checked
     * @param shape empty while a file is checked
     */
    record Signal(int node, int delay, Past past, Optional<TensorShape> shape, Dimension dimension) implements Value {

        /** A signal of which nothing is known yet. */
        public static Signal unknown(Dimension dimension) {
            return new Signal(-1, 0, Past.ABSENT, Optional.empty(), dimension);
        }

        /** The same, read later. */
        public Signal later(int steps, Past readPast) {
            return new Signal(node, delay + steps, readPast, shape, dimension);
        }
    }

    /** The shape that a connection must reach ({@code out}); empty while a file is checked. */
    record ShapeOf(Optional<TensorShape> shape) implements Value {}

    /** An area of the model, by name. */
    record AreaName(String name) implements Value {}

    /** Any value of a declared type, while a file is checked without parameters. */
    record Any(Type type) implements Value {}

    /** A value that could not be computed; why has been reported. */
    record Poison() implements Value {}
}
