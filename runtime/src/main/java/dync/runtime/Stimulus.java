package dync.runtime;

import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * What a batch of samples sees, step by step. Idle steps are not counted. A frame belongs to the scope in which it
 * was asked for, or to the stimulus; the model only reads it.
 */
public interface Stimulus {
    int steps();

    long batch();

    /**
     * The frame of an input.
     *
     * @param step from 0, the first step after the idle ones
     * @return {@code [B, C, H, W]} in the weights' precision and on their device, or null where there is no input at
     *     this step: absence, not darkness
     */
    Tensor frame(String input, int step);

    /**
     * What is seen in the idle steps before the first one; empty is zeros.
     *
     * @return {@code [B, C, H, W]} in the weights' precision and on their device
     */
    default Optional<Tensor> idle(String input) {
        return Optional.empty();
    }

    /**
     * Whether some frame of this step is another than at the step before. What follows from the stimulus alone is
     * computed again only where this is true; saying true too often costs time and nothing else.
     *
     * @param step from 1
     */
    default boolean changes(int step) {
        return true;
    }

    /**
     * Frames over time, for models with one input, without copying.
     *
     * @param frames {@code [B, T, C, H, W]}; it must live as long as the stimulus is used. Handles made here belong to
     *     the current scope.
     */
    static Stimulus of(Tensor frames) {
        long[] shape = frames.shape();
        if (shape.length != 5) {
            throw new IllegalArgumentException(
                    "a stimulus is [batch, steps, channels, height, width], not " + Arrays.toString(shape));
        }
        return frames.requires_grad() ? new Unbound(unbind(frames), shape[0]) : new Sliced(frames, shape);
    }

    /**
     * One image, seen at every step; it is never copied over time. Handles made here belong to the current scope.
     *
     * @param image {@code [B, C, H, W]}; it must live as long as the stimulus is used
     */
    static Stimulus still(Tensor image, int steps) {
        long[] shape = image.shape();
        if (shape.length != 4 || steps < 1) {
            throw new IllegalArgumentException("a still stimulus is [batch, channels, height, width] for at least one"
                    + " step, not " + Arrays.toString(shape) + " for " + steps);
        }
        // with its channels innermost, as the filters are
        return new Still(image.contiguous(torch.MemoryFormat.ChannelsLast), steps, shape[0]);
    }

    /** One image for all steps. */
    record Still(Tensor image, int steps, long batch) implements Stimulus {
        @Override
        public Tensor frame(String input, int step) {
            return image;
        }

        @Override
        public boolean changes(int step) {
            return false;
        }
    }

    /** Slices of one tensor that has no gradient. */
    record Sliced(Tensor frames, int steps, long batch) implements Stimulus {
        Sliced(Tensor frames, long[] shape) {
            this(frames, Math.toIntExact(shape[1]), shape[0]);
        }

        @Override
        public Tensor frame(String input, int step) {
            return frames.select(1, step);
        }
    }

    /** Slices cut all at once: the gradient of each single slice would fill the whole tensor. */
    record Unbound(Tensor[] frames, long batch) implements Stimulus {
        @Override
        public int steps() {
            return frames.length;
        }

        @Override
        public Tensor frame(String input, int step) {
            return frames[step];
        }
    }

    private static Tensor[] unbind(Tensor frames) {
        try (TensorVector slices = frames.unbind(1)) {
            Tensor[] handles = new Tensor[Math.toIntExact(slices.size())];
            for (int i = 0; i < handles.length; i++) {
                // what the vector hands out points into the vector; a copy of the handle stands alone
                handles[i] = new Tensor(slices.get(i));
            }
            return handles;
        }
    }
}
