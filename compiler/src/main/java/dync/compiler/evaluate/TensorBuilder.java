package dync.compiler.evaluate;

import dync.compiler.ast.Expression;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.source.Span;
import dync.compiler.value.Dimension;
import dync.compiler.value.Scope;
import dync.compiler.value.Symbol;
import dync.compiler.value.Value;
import java.util.List;

/** Makes the tensors that an expression asks for. Building a graph adds nodes; checking only keeps dimensions. */
public interface TensorBuilder {

    /** {@code function} applied value by value; an operand is a number or a signal, at least one is a signal. */
    Value pointwise(String function, List<Value> operands, Dimension result, Span span, Reporter reporter);

    /** {@code function} over the given axes, which keep size 1. */
    Value reduce(String function, Value.Signal operand, Symbol axes, Span span, Reporter reporter);

    /** A primitive or a block applied to {@code flow}, with the arguments of the call as {@code scope} sees them. */
    Value apply(Expression.Call call, Value.Declared operation, Value.Signal flow, Scope scope, Reporter reporter);
}
