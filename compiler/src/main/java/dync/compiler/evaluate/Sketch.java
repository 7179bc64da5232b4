package dync.compiler.evaluate;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Declaration;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Step;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.language.Language;
import dync.compiler.source.Span;
import dync.compiler.value.Dimension;
import dync.compiler.value.Past;
import dync.compiler.value.Scope;
import dync.compiler.value.Symbol;
import dync.compiler.value.Value;
import java.util.List;
import java.util.Optional;

/** Makes no tensors and keeps their dimensions: for checking a file before any shape is known. */
public final class Sketch implements TensorBuilder {

    @Override
    public Value pointwise(String function, List<Value> operands, Dimension result, Span span, Reporter reporter) {
        return Value.Signal.unknown(result);
    }

    @Override
    public Value reduce(String function, Value.Signal operand, Symbol axes, Span span, Reporter reporter) {
        return Value.Signal.unknown(operand.dimension());
    }

    @Override
    public Value apply(
            Expression.Call call, Value.Declared operation, Value.Signal flow, Scope scope, Reporter reporter) {
        Scope inner = operation.home().inner();
        inner.bind("in", flow, Optional.empty(), Scope.Role.BUILTIN);
        inner.bind("it", flow, Optional.empty(), Scope.Role.BUILTIN);
        Declaration declaration = operation.declaration();
        List<Argument> arguments = declaration instanceof Declaration.Primitive
                ? NamedWeights.of(call.arguments(), reporter).rest()
                : call.arguments();
        new Binder(new Evaluator(this, reporter), reporter)
                .bind(
                        declaration.parameters(),
                        Sharing.of(arguments, declaration.parameters(), reporter)
                                .rest(),
                        scope,
                        inner,
                        call.name().text(),
                        call.span());
        shared(call, declaration, scope);
        return new Value.Signal(-1, 0, Past.ABSENT, Optional.empty(), Dimension.NUMBER);
    }

    /** Tells what an operation with weights takes besides its parameters. */
    private static void shared(Expression.Call call, Declaration declaration, Scope scope) {
        if (!(declaration instanceof Declaration.Primitive primitive)) {
            scope.called(call.span(), Language.signature("operation"));
        } else if (primitive.body().stream().anyMatch(Step.Weight.class::isInstance)) {
            scope.called(call.span(), Language.signature("operation"));
            scope.called(call.span(), Language.signature("primitive"));
        }
    }
}
