package dync.compiler.model;

import dync.compiler.ast.Expression;
import dync.compiler.ast.Step;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.evaluate.Evaluator;
import dync.compiler.value.Dimension;
import dync.compiler.value.Past;
import dync.compiler.value.Scope;
import dync.compiler.value.TensorShape;
import dync.compiler.value.Type;
import dync.compiler.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The weights in the body of a model. They are passed to areas by name before there is a graph, so each has its place in
 * it from the beginning: they are its first nodes. What is wrong with one is told when its node is made.
 */
final class ModelWeights {
    private final List<Model.SharedWeight> all = new ArrayList<>();
    private final Map<String, Integer> uses = new HashMap<>();

    List<Model.SharedWeight> all() {
        return List.copyOf(all);
    }

    void declare(Step.Weight weight, Scope scope) {
        String name = weight.name().text();
        int count = uses.merge(name, 1, Integer::sum);
        Optional<TensorShape> shape = shape(weight, scope);
        Dimension dimension = weight.type() instanceof Step.WeightType.Scalar scalar
                ? Type.of(scalar.type().text()).dimension().orElse(Dimension.NUMBER)
                : Dimension.NUMBER;
        Value value =
                shape.isPresent() ? new Value.Signal(all.size(), 0, Past.ABSENT, shape, dimension) : new Value.Poison();
        all.add(new Model.SharedWeight(count == 1 ? name : name + "_" + count, weight, scope));
        scope.bind(name, value, Optional.of(weight.name().span()), Scope.Role.WEIGHT);
    }

    private Optional<TensorShape> shape(Step.Weight weight, Scope scope) {
        if (!(weight.type() instanceof Step.WeightType.Shape written)) {
            return Optional.of(TensorShape.SCALAR);
        }
        List<Long> sizes = new ArrayList<>();
        for (Expression size : written.sizes().elements()) {
            new Evaluator(new NoTensors(), Reporter.silent())
                    .whole(size, scope, "a size")
                    .ifPresent(whole -> sizes.add((long) whole));
        }
        return sizes.size() == written.sizes().elements().size()
                        && sizes.stream().allMatch(size -> size > 0)
                ? Optional.of(new TensorShape(sizes))
                : Optional.empty();
    }
}
