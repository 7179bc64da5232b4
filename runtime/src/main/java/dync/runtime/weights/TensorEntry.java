package dync.runtime.weights;

import java.util.List;

/**
 * Where a tensor lies in a file.
 *
 * @param begin first byte, counted from the end of the header
 * @param end the byte after the last
 */
public record TensorEntry(String name, DType dtype, List<Long> shape, long begin, long end) {
    public TensorEntry {
        shape = List.copyOf(shape);
    }

    public long bytes() {
        return end - begin;
    }

    long[] sizes() {
        return shape.stream().mapToLong(Long::longValue).toArray();
    }
}
