package dync.runtime;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * Where a run is: the steps of the current tile, and the step among them that is being computed. Steps are counted from
 * 0 with the idle ones.
 */
final class Clock {
    private int first = 0;
    private int length = 0;
    private int offset = -1; // within the tile while its steps run one by one, else -1
    private boolean still = true;

    /** The first step of the tile. */
    int first() {
        return first;
    }

    /** How many steps the tile has. */
    int length() {
        return length;
    }

    /** Whether all steps of the tile see the same frame. */
    boolean still() {
        return still;
    }

    /** Whether the steps of the tile run one by one. */
    boolean stepping() {
        return offset >= 0;
    }

    /** The step that is being computed; the first of the tile where it runs as one. */
    int now() {
        return first + Math.max(offset, 0);
    }

    void tile(int first, int length, boolean still) {
        this.first = first;
        this.length = length;
        this.still = still;
        this.offset = -1;
    }

    /** The next step of the tile; false after its last, when the tile is one again. */
    boolean step() {
        offset++;
        if (offset < length) {
            return true;
        }
        offset = -1;
        return false;
    }

    /** Whether a value holds all steps of the tile, one after another along its first axis, and not one for all. */
    boolean isFolded(Tensor value) {
        return length > 1 && value.dim() > 0 && value.size(0) > 1 && value.size(0) % length == 0;
    }

    /** One value for each step of the tile, cut all at once: the gradient of single slices would fill the whole. */
    Tensor[] cut(Tensor value) {
        Tensor[] steps = new Tensor[length];
        if (!isFolded(value)) {
            java.util.Arrays.fill(steps, value);
            return steps;
        }
        try (TensorVector slices = value.split(value.size(0) / length, 0)) {
            for (int i = 0; i < steps.length; i++) {
                // what the vector hands out points into the vector; a copy of the handle stands alone
                steps[i] = new Tensor(slices.get(i));
            }
        }
        return steps;
    }
}
