package dync.compiler.model;

import dync.compiler.ast.Expression;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.evaluate.TensorBuilder;
import dync.compiler.source.Span;
import dync.compiler.value.Dimension;
import dync.compiler.value.Scope;
import dync.compiler.value.Symbol;
import dync.compiler.value.Value;
import java.util.List;

/** For the body of a model, in which nothing flows: its weights are passed on, and computed with inside of areas. */
final class NoTensors implements TensorBuilder {

    @Override
    public Value pointwise(String function, List<Value> operands, Dimension result, Span span, Reporter reporter) {
        return refuse(span, reporter);
    }

    @Override
    public Value reduce(String function, Value.Signal operand, Symbol axes, Span span, Reporter reporter) {
        return refuse(span, reporter);
    }

    @Override
    public Value apply(
            Expression.Call call, Value.Declared operation, Value.Signal flow, Scope scope, Reporter reporter) {
        return refuse(call.span(), reporter);
    }

    private static Value refuse(Span span, Reporter reporter) {
        reporter.report(Diagnostic.error(
                        Code.DYN0408, span, "a weight is learned, and the body of a model is known before it runs")
                .help("pass the weight on, and compute with it inside the area"));
        return new Value.Poison();
    }
}
