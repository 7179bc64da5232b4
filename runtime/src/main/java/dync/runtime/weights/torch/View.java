package dync.runtime.weights.torch;

import dync.runtime.weights.DType;
import dync.runtime.weights.TensorType;
import java.util.List;

/**
 * A tensor: how it looks into its storage.
 *
 * @param offset its first number
 * @param sizes by axis
 * @param strides how many numbers further the next along each axis lies
 */
record View(Storage storage, long offset, List<Long> sizes, List<Long> strides) {
    private static final int MOST_AXES = 64;

    View {
        sizes = List.copyOf(sizes);
        strides = List.copyOf(strides);
    }

    /** @throws Broken if its numbers are of an unknown type, or it looks beyond its storage */
    TensorType check(String name) throws Broken {
        DType dtype = storage.dtype()
                .orElseThrow(() -> new Broken(
                        "tensor '" + name + "' is of a " + storage.type() + ", whose numbers dync does not have"));
        boolean fits = sizes.size() == strides.size()
                && sizes.size() <= MOST_AXES
                && offset >= 0
                && sizes.stream().allMatch(size -> size >= 0)
                && strides.stream().allMatch(stride -> stride >= 0);
        try {
            // a view that repeats its numbers would be larger than the file
            if (!fits || offset + span() > storage.count() || numel() > storage.count()) {
                throw beyond(name);
            }
        } catch (ArithmeticException overflow) {
            throw beyond(name);
        }
        return new TensorType(dtype, sizes);
    }

    private Broken beyond(String name) {
        return new Broken("tensor '" + name + "' of sizes " + sizes + " and strides " + strides + " from number "
                + offset + " on does not fit the " + storage.count() + " numbers that are stored for it");
    }

    long numel() {
        return sizes.stream().reduce(1L, Math::multiplyExact);
    }

    /** How many numbers lie from its first to its last, both counted. */
    long span() {
        if (sizes.contains(0L)) {
            return 0;
        }
        long span = 1;
        for (int axis = 0; axis < sizes.size(); axis++) {
            span = Math.addExact(span, Math.multiplyExact(sizes.get(axis) - 1, strides.get(axis)));
        }
        return span;
    }
}
