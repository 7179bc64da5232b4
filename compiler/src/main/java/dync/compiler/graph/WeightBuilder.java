package dync.compiler.graph;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Step;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.evaluate.Evaluator;
import dync.compiler.evaluate.Sharing;
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
    private static final long MOST_VALUES = 1L << 34;

    private final Draft draft;
    private final Evaluator evaluator;
    private final Reporter reporter;

    WeightBuilder(Draft draft, Evaluator evaluator, Reporter reporter) {
        this.draft = draft;
        this.evaluator = evaluator;
        this.reporter = reporter;
    }

    /**
     * A new weight, or the one that is shared.
     *
     * @param body what the weight is declared in, by its path
     * @param name the name of the weight in it
     * @param shared where the body has its weights from, if not of its own
     * @return empty where the declaration is wrong, which is reported
     */
    Optional<Value.Signal> build(
            Step.Weight weight, String body, String name, Optional<WeightTable.Source> shared, Scope scope, Span site) {
        String path = body + "." + name;
        Optional<WeightTable.Source> source = share(weight)
                .map(written -> draft.weights().source(written, body, reporter))
                .or(() -> shared);
        if (source.isEmpty()) {
            return build(weight, path, scope, site);
        }
        Optional<Value.Signal> other = draft.weights().find(source.get(), path);
        if (other.isPresent()) {
            fits(weight, other.get(), source.get(), scope);
            draft.weights().put(path, other.get());
            return other;
        }
        // what follows is checked with a weight of its own; that there is none to share is told at the end
        return weight.init().isPresent() ? build(weight, path, scope, site) : Optional.empty();
    }

    private static Optional<Sharing.Path> share(Step.Weight weight) {
        return weight.options().stream()
                .filter(Sharing::isMeant)
                .findFirst()
                .flatMap(option -> Sharing.path(option, Reporter.silent()));
    }

    private void fits(Step.Weight weight, Value.Signal other, WeightTable.Source source, Scope scope) {
        Optional<TensorShape> wanted =
                shape(weight, scope, "the weight " + weight.name().text());
        TensorShape given = other.shape().orElseThrow();
        boolean sameUnit = dimension(weight).equals(other.dimension());
        if (wanted.isPresent() && (!wanted.get().equals(given) || !sameUnit)) {
            String own = sameUnit ? sizes(wanted.get()) : dimension(weight).toString();
            String shared = sameUnit ? sizes(given) : other.dimension().toString();
            source.reporter()
                    .report(Diagnostic.error(
                                    Code.DYN0309,
                                    source.span(),
                                    "the weight " + source.path() + " is " + shared + ", and " + own
                                            + " is wanted here")
                            .help("only weights of the same shape and unit are shared"));
        }
    }

    private static String sizes(TensorShape shape) {
        return shape.isScalar() ? "one number" : shape.sizes().toString();
    }

    private static Dimension dimension(Step.Weight weight) {
        return weight.type() instanceof Step.WeightType.Scalar scalar
                ? Type.of(scalar.type().text()).dimension().orElse(Dimension.NUMBER)
                : Dimension.NUMBER;
    }

    /** @return empty where the declaration is wrong, which is reported */
    Optional<Value.Signal> build(Step.Weight weight, String path, Scope scope, Span site) {
        String name = weight.name().text();
        String what = name.equals("weight") ? "the weight" : "the weight " + name;
        if (weight.type() instanceof Step.WeightType.Scalar scalar
                && Type.of(scalar.type().text()).dimension().isEmpty()) {
            // the check of the file has said that nothing of this type can be learned
            return Optional.empty();
        }
        if (weight.init().isEmpty()) {
            reporter.report(Diagnostic.error(Code.DYN0206, weight.span(), what + " has no initial value")
                    .help("write = kaiming, = zeros, or a number after it"));
            return Optional.empty();
        }
        Optional<TensorShape> shape = shape(weight, scope, what);
        Optional<Value.Init> init = init(weight, scope, what);
        if (shape.isEmpty() || init.isEmpty() || !measures(init.get(), shape.get(), weight, what)) {
            return Optional.empty();
        }
        Optional<Double> min = bound(weight, "min", scope);
        Optional<Double> max = bound(weight, "max", scope);
        if (!isWithin(weight, init.get(), min, max, what)) {
            return Optional.empty();
        }
        WeightSpec spec = new WeightSpec(
                path,
                shape.get(),
                init.get(),
                init.get()
                        .of()
                        .map(other -> ((Op.Weight) draft.node(other.node()).op()).spec()),
                option(weight, "trainable", scope)
                        .map(value -> !(value instanceof Value.Truth truth)
                                || truth.value().orElse(true))
                        .orElse(true),
                min,
                max);
        int node = draft.add(path, new Op.Weight(spec), List.of(), shape.get(), site);
        Value.Signal built = new Value.Signal(node, 0, Past.ABSENT, shape, dimension(weight));
        draft.weights().put(path, built);
        return Optional.of(built);
    }

    /** Whether the bounds leave room and the weight starts between them. */
    private boolean isWithin(
            Step.Weight weight, Value.Init init, Optional<Double> min, Optional<Double> max, String what) {
        if (min.isPresent() && max.isPresent() && min.get() > max.get()) {
            reporter.report(Diagnostic.error(Code.DYN0506, weight.span(), "min of " + what + " is above its max")
                    .help("swap the two"));
            return false;
        }
        Optional<Double> start = init.name().equals("constant")
                ? init.arguments().stream().findFirst().map(Rational::doubleValue)
                : Optional.empty();
        boolean below = start.isPresent() && min.isPresent() && start.get() < min.get();
        boolean above = start.isPresent() && max.isPresent() && start.get() > max.get();
        if (below || above) {
            reporter.report(Diagnostic.error(
                            Code.DYN0506,
                            weight.init().orElseThrow().span(),
                            what + " starts " + (below ? "below its min" : "above its max"))
                    .help("let it start between its bounds"));
        }
        return !below && !above;
    }

    /** The sizes that a weight must have; empty where they are wrong, which is reported. */
    Optional<TensorShape> shape(Step.Weight weight, Scope scope, String what) {
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

    /** Whether what an initialiser measures, if it does so, is a weight with as many filters as values are wanted. */
    private boolean measures(Value.Init init, TensorShape wanted, Step.Weight weight, String what) {
        if (init.of().isEmpty()) {
            return true;
        }
        Value.Signal other = init.of().get();
        TensorShape filters = other.shape().orElse(TensorShape.SCALAR);
        boolean isWeight = draft.node(other.node()).op() instanceof Op.Weight;
        boolean right = isWeight && !filters.isScalar() && filters.sizes().get(0) == wanted.count();
        if (!right) {
            reporter.report(Diagnostic.error(
                            Code.DYN0401,
                            weight.init().orElseThrow().span(),
                            isWeight
                                    ? what + " is " + sizes(wanted) + ", and what it measures is " + sizes(filters)
                                    : what + " starts with the lengths of what is no weight")
                    .help("name a weight, declared before, whose first size is the number of lengths"));
        }
        return right;
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
