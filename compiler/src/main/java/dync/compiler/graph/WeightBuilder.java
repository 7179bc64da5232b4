package dync.compiler.graph;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Step;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.evaluate.Evaluator;
import dync.compiler.evaluate.Typing;
import dync.compiler.source.Span;
import dync.compiler.value.Dimension;
import dync.compiler.value.Past;
import dync.compiler.value.Rational;
import dync.compiler.value.Scope;
import dync.compiler.value.TensorShape;
import dync.compiler.value.Type;
import dync.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds a declared weight to the graph. */
final class WeightBuilder {
    private static final long MOST_VALUES = 1L << 40;

    private final Draft draft;
    private final Evaluator evaluator;
    private final Reporter reporter;

    WeightBuilder(Draft draft, Evaluator evaluator, Reporter reporter) {
        this.draft = draft;
        this.evaluator = evaluator;
        this.reporter = reporter;
    }

    /** @return empty where the declaration is wrong, which is reported */
    Optional<Value.Signal> build(Step.Weight weight, String path, Scope scope, Span site) {
        String what = "the weight " + weight.name().text();
        if (weight.init().isEmpty()) {
            reporter.report(Diagnostic.error(Code.DYN0206, weight.span(), what + " has no initial value")
                    .help("write = kaiming, = zeros, or a number after it"));
            return Optional.empty();
        }
        Optional<TensorShape> shape = shape(weight, scope, what);
        Dimension dimension = weight.type() instanceof Step.WeightType.Scalar scalar
                ? Type.of(scalar.type().text()).dimension().orElse(Dimension.NUMBER)
                : Dimension.NUMBER;
        Optional<Value.Init> init = init(weight, scope, what);
        if (shape.isEmpty() || init.isEmpty()) {
            return Optional.empty();
        }
        WeightSpec spec = new WeightSpec(
                path,
                shape.get(),
                init.get(),
                option(weight, "trainable", scope)
                        .map(value -> !(value instanceof Value.Truth truth)
                                || truth.value().orElse(true))
                        .orElse(true),
                bound(weight, "min", scope),
                bound(weight, "max", scope));
        int node = draft.add(path, new Op.Weight(spec), List.of(), shape.get(), site);
        return Optional.of(new Value.Signal(node, 0, Past.ABSENT, shape, dimension));
    }

    private Optional<TensorShape> shape(Step.Weight weight, Scope scope, String what) {
        if (!(weight.type() instanceof Step.WeightType.Shape written)) {
            return Optional.of(TensorShape.SCALAR);
        }
        List<Long> sizes = new ArrayList<>();
        for (Expression size : written.sizes().elements()) {
            Optional<Integer> whole = evaluator.whole(size, scope, "a size of " + what);
            if (whole.isEmpty()) {
                return Optional.empty();
            }
            sizes.add((long) whole.get());
        }
        double count = sizes.stream().mapToDouble(Long::doubleValue).reduce(1, (a, b) -> a * b);
        if (sizes.stream().anyMatch(size -> size <= 0) || count > MOST_VALUES) {
            reporter.report(Diagnostic.error(Code.DYN0308, written.span(), what + " would have the sizes " + sizes)
                    .help("every size is at least 1, and the whole must fit into memory"));
            return Optional.empty();
        }
        return Optional.of(new TensorShape(sizes));
    }

    private Optional<Value.Init> init(Step.Weight weight, Scope scope, String what) {
        Expression expression = weight.init().orElseThrow();
        Value value = evaluator.evaluate(expression, scope);
        if (value instanceof Value.Num && weight.type() instanceof Step.WeightType.Scalar scalar) {
            value = Typing.convert(value, Type.of(scalar.type().text()), expression, what, reporter);
            return value instanceof Value.Num right
                    ? right.exact().map(exact -> new Value.Init("constant", List.of(exact)))
                    : Optional.empty();
        }
        value = Typing.convert(value, Type.of("init"), expression, what, reporter);
        return value instanceof Value.Init init ? Optional.of(init) : Optional.empty();
    }

    private Optional<Value> option(Step.Weight weight, String name, Scope scope) {
        return weight.options().stream()
                .filter(option -> option.name().map(n -> n.text().equals(name)).orElse(false))
                .findFirst()
                .map(Argument::value)
                .map(expression -> evaluator.evaluate(expression, scope));
    }

    private Optional<Double> bound(Step.Weight weight, String name, Scope scope) {
        return option(weight, name, scope)
                .filter(Value.Num.class::isInstance)
                .flatMap(value -> ((Value.Num) value).exact())
                .map(Rational::doubleValue);
    }
}
