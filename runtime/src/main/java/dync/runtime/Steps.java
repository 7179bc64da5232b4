package dync.runtime;

import org.bytedeco.pytorch.Tensor;

/** A value of a tile, seen step by step. */
public final class Steps {
    private final Clock clock;
    private final Tensor whole;
    private Tensor[] cut;

    Steps(Clock clock, Tensor whole) {
        this.clock = clock;
        this.whole = whole;
    }

    /** The value at the step that is being computed; null where there is none in this tile. */
    public Tensor now() {
        if (whole == null || clock.length() == 1) {
            return whole;
        }
        if (cut == null) {
            cut = clock.cut(whole);
        }
        return cut[clock.now() - clock.first()];
    }
}
