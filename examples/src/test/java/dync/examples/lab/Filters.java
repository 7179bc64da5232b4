package dync.examples.lab;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Operations that a laboratory wrote for itself. */
public final class Filters {
    private Filters() {}

    /**
     * A learned gain on what is above a threshold.
     *
     * @param x {@code [B, C, H, W]}
     * @param gain {@code [C, 1, 1]}
     * @param offset {@code [C, 1, 1]} or null
     */
    public static Tensor threshold(Tensor x, Tensor gain, Tensor offset, int times, double above, String mode) {
        Tensor y = torch.relu(x.sub(new Scalar(above))).mul(gain).mul(new Scalar((double) times));
        Tensor shifted = offset == null ? y : y.add(offset);
        return mode.equals("negative") ? shifted.neg() : shifted;
    }

    /** Operations in a class of their own. */
    public static final class Flips {
        private Flips() {}

        /** Left and right exchanged. */
        public static Tensor mirror(Tensor x) {
            return x.flip(3);
        }
    }
}
