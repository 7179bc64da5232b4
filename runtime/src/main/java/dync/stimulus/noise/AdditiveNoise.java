package dync.stimulus.noise;

import dync.stimulus.noise.NoiseLevel.Over;
import org.bytedeco.pytorch.Tensor;

/** Noise that is added to an image and does not depend on the single pixel: {@code x + √N · n}, n of variance 1. */
public sealed interface AdditiveNoise extends Noise
        permits UniformNoise, GaussianNoise, BlurredNoise, PhaseScrambled, ImageSpectrum {

    /**
     * Noise of variance 1, in expectation or exactly.
     *
     * @param measured gives shape and device, and its spectrum to a kind that asks for it
     * @param over which values have that variance together
     */
    Tensor field(Tensor measured, Over over, Draws draws);

    @Override
    default Tensor add(Tensor image, Tensor measured, NoiseLevel level, Draws draws) {
        Tensor field = field(measured, level.over(), draws);
        return image.add(field.mul(level.power(measured).sqrt()));
    }
}
