package dync.stimulus.noise;

import org.bytedeco.pytorch.Tensor;

/** Noise that is added to an image and does not depend on the single pixel: {@code x + √N · n}, n of variance 1. */
public sealed interface AdditiveNoise extends Noise permits UniformNoise, GaussianNoise, BlurredNoise, PhaseScrambled {

    /**
     * Noise of variance 1, in expectation or exactly.
     *
     * @param image gives shape and device, and its spectrum to a kind that asks for it
     */
    Tensor field(Tensor image, Draws draws);

    @Override
    default Tensor add(Tensor image, Tensor power, Draws draws) {
        return image.add(field(image, draws).mul(power.sqrt()));
    }
}
