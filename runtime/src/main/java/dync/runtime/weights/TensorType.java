package dync.runtime.weights;

import java.util.List;

/**
 * What a stored tensor is, before it is read.
 *
 * @param shape its sizes, outermost first; empty for a single number
 */
public record TensorType(DType dtype, List<Long> shape) {
    public TensorType {
        shape = List.copyOf(shape);
    }

    @Override
    public String toString() {
        return dtype + " " + shape;
    }
}
