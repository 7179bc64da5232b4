package dync.runtime.weights;

import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * In what precision convolutions and matrix products are computed. Weights, states, their integration over time and
 * losses stay in single precision: a leaky sum loses small increments in half of it.
 */
public enum Precision {
    /** Single precision throughout. */
    FP32(ScalarType.Float),
    /** 8 bits of exponent as in single precision, 8 of significance. */
    BF16(ScalarType.BFloat16),
    /** 5 bits of exponent, 11 of significance; gradients below 6e-8 vanish unless the loss is scaled up. */
    FP16(ScalarType.Half);

    private final ScalarType type;

    Precision(ScalarType type) {
        this.type = type;
    }

    /** What libtorch calls it. */
    public ScalarType type() {
        return type;
    }
}
