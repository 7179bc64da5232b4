package dync.runtime;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/** Zeros of a run, made once for each shape and held until its end. */
final class Zeros implements AutoCloseable {
    private final long batch;
    private final TensorOptions options;
    private final Tensor scalar;
    private final Map<String, Tensor> made = new HashMap<>();

    /** @param options precision and device of the weights */
    Zeros(long batch, TensorOptions options) {
        this.batch = batch;
        this.options = options;
        this.scalar = Native.hold(torch.zeros(new long[0], options));
    }

    /** Zero without axes. */
    Tensor scalar() {
        return scalar;
    }

    /**
     * Zeros for a flow.
     *
     * @param steps how many steps run as one batch
     * @param shape of one sample
     */
    Tensor of(int steps, long... shape) {
        return made.computeIfAbsent(steps + Arrays.toString(shape), missing -> fresh(steps, shape));
    }

    /** The same, not shared: the caller owns them. */
    Tensor fresh(int steps, long... shape) {
        long[] batched = LongStream.concat(LongStream.of(steps * batch), Arrays.stream(shape))
                .toArray();
        try (PointerScope own = new PointerScope()) {
            return Native.hold(torch.zeros(batched, options));
        }
    }

    @Override
    public void close() {
        made.values().forEach(Native::release);
        Native.release(scalar);
    }
}
