package dync.compiler.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The sizes of a tensor without its batch: {@code [channels, height, width]}, {@code [features]} for a flat flow, or
 * any other list for a weight; an empty list is a scalar.
 */
public record TensorShape(List<Long> sizes) {
    public static final TensorShape SCALAR = new TensorShape(List.of());

    public TensorShape {
        sizes = List.copyOf(sizes);
    }

    public static TensorShape of(long... sizes) {
        List<Long> list = new ArrayList<>();
        for (long size : sizes) {
            list.add(size);
        }
        return new TensorShape(list);
    }

    public boolean isSpatial() {
        return sizes.size() == 3;
    }

    public boolean isFlat() {
        return sizes.size() == 1;
    }

    public boolean isScalar() {
        return sizes.isEmpty();
    }

    public long channels() {
        return sizes.get(0);
    }

    public long height() {
        return sizes.get(1);
    }

    public long width() {
        return sizes.get(2);
    }

    /** How many values one sample has. */
    public long count() {
        return sizes.stream().reduce(1L, Math::multiplyExact);
    }

    /** This with another height and width. */
    public TensorShape resized(long height, long width) {
        return of(channels(), height, width);
    }

    /** The shape of a pointwise operation on both: sizes are equal, or one of them is 1 or missing. */
    public Optional<TensorShape> broadcast(TensorShape other) {
        if (isScalar()) {
            return Optional.of(other);
        }
        if (other.isScalar()) {
            return Optional.of(this);
        }
        if (sizes.size() != other.sizes.size()) {
            return Optional.empty();
        }
        List<Long> result = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            long a = sizes.get(i);
            long b = other.sizes.get(i);
            if (a != b && a != 1 && b != 1) {
                return Optional.empty();
            }
            result.add(Math.max(a, b));
        }
        return Optional.of(new TensorShape(result));
    }

    /** {@code 36×32×32}, {@code 10 features}, {@code a scalar}. */
    @Override
    public String toString() {
        if (isScalar()) {
            return "a scalar";
        }
        return isFlat()
                ? sizes.get(0) + " features"
                : sizes.stream().map(String::valueOf).collect(Collectors.joining("×"));
    }
}
