package dync.compiler.graph;

import dync.compiler.value.TensorShape;
import dync.compiler.value.Value;
import java.util.Optional;

/**
 * A weight of a model.
 *
 * @param name its path in the source, such as {@code V1.conv.weight}
 * @param trainable whether an optimizer may change it; batch statistics and fixed constants are not
 * @param measured the weight whose filters' lengths it starts with
 * @param min the least value that training may leave it, in ms for a time
 */
public record WeightSpec(
        String name,
        TensorShape shape,
        Value.Init init,
        Optional<WeightSpec> measured,
        boolean trainable,
        Optional<Double> min,
        Optional<Double> max) {}
