package dync.stimulus;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The image and the blank of a batch, as they look at each step. Where a sight does not change, it is one tensor for all
 * steps; where it does, it is made on the device of the images when it is asked for, the same however often it is.
 */
public sealed interface Sights permits Sights.Steady, Noisy.Changing {
    /** {@code [B, C, H, W]} with its channels innermost; in the current scope, or kept. */
    Tensor image(int step);

    /** The same shape, while nothing is shown. */
    Tensor blank(int step);

    /** Whether the image, or the blank, is another at every step. */
    boolean changes(boolean shown);

    /** With its channels innermost, as the filters are. */
    static Tensor laidOut(Tensor frames) {
        return frames.contiguous(torch.MemoryFormat.ChannelsLast);
    }

    static Tensor even(Tensor like, float value) {
        return torch.full_like(like, new Scalar(value));
    }

    /** The same at every step. */
    record Steady(Tensor image, Tensor blank) implements Sights {
        @Override
        public Tensor image(int step) {
            return image;
        }

        @Override
        public Tensor blank(int step) {
            return blank;
        }

        @Override
        public boolean changes(boolean shown) {
            return false;
        }
    }
}
