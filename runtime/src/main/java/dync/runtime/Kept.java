package dync.runtime;

import org.bytedeco.pytorch.Tensor;

/**
 * A value that follows from the stimulus alone: computed when the frame changes and kept until it changes again. While
 * the frame stays it is one step's value, {@code [B, …]}; in a tile whose frames differ it holds all of its steps.
 */
public final class Kept implements AutoCloseable {
    private final Clock clock;
    private Tensor value;
    private Tensor spread;
    private int spreadOver = 0;
    private Tensor[] cut;
    private int cutAt = -1;

    Kept(Clock clock) {
        this.clock = clock;
    }

    /** Keeps a value beyond the current scope in place of the last one. */
    public void keep(Tensor value) {
        Tensor before = this.value;
        this.value = Native.hold(value);
        Native.release(before);
        forget();
    }

    /** For what follows from the stimulus alone, too. */
    public Tensor value() {
        return value;
    }

    /** For what runs on the whole tile: all its steps along the first axis. */
    public Tensor tile() {
        if (clock.length() == 1 || !clock.still() || value.dim() == 0) {
            return value;
        }
        if (spreadOver != clock.length()) {
            forget();
            long[] times = new long[value.shape().length];
            java.util.Arrays.fill(times, 1);
            times[0] = clock.length();
            spread = Native.hold(value.repeat(times));
            spreadOver = clock.length();
        }
        return spread;
    }

    /** For what runs step by step. */
    public Tensor now() {
        if (clock.still() || clock.length() == 1) {
            return value;
        }
        if (cutAt != clock.first()) {
            cut = clock.cut(value);
            cutAt = clock.first();
        }
        return cut[clock.now() - clock.first()];
    }

    /** The value at each step of the tile. */
    Tensor[] steps() {
        if (!clock.still()) {
            return clock.cut(value);
        }
        Tensor[] steps = new Tensor[clock.length()];
        java.util.Arrays.fill(steps, value);
        return steps;
    }

    private void forget() {
        Native.release(spread);
        spread = null;
        spreadOver = 0;
    }

    @Override
    public void close() {
        forget();
        Native.release(value);
        value = null;
    }
}
