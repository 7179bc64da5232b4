package dync.stimulus.noise;

import dync.runtime.UserError;
import org.bytedeco.pytorch.Tensor;

/**
 * A kind of noise. Where it says {@code N}, that is the power (variance) that the noise is to have: see
 * {@link NoiseLevel}. All of them follow the reference toolbox, see {@code docs/decisions/0021}.
 */
public sealed interface Noise permits AdditiveNoise, SaltAndPepper, PoissonNoise {

    /**
     * The image with noise on it, at the level that it has itself.
     *
     * @param image {@code [B, C, H, W]}, single precision; left as it is
     * @param draws where the random numbers come from
     * @return the same shape in the current scope; the image itself where the level is {@linkplain NoiseLevel#clean
     *     clean}
     * @throws UserError if the level leaves no signal and the kind has no meaning then
     */
    default Tensor on(Tensor image, NoiseLevel level, Draws draws) {
        return on(image, image, level, draws);
    }

    /**
     * The image with noise on it, at the level that another has: a blank between images has no power of its own.
     *
     * @param measured of the same shape; its power sets that of the noise, and its spectrum or extremes the noise itself
     *     where a kind asks for them
     */
    default Tensor on(Tensor image, Tensor measured, NoiseLevel level, Draws draws) {
        if (level.clean()) {
            return image;
        }
        requireSignal(level);
        return add(image, measured, level, draws);
    }

    /** @throws UserError if noise of infinite power has no meaning */
    default void requireSignal(NoiseLevel level) {
        if (level.snr() == 0) {
            throw new UserError(
                    "no signal at all would need " + name() + " noise of infinite power",
                    "give a signal share above 0, or use salt-and-pepper noise, which then replaces every pixel");
        }
    }

    /** What it is called in messages. */
    String name();

    /** Adds noise of a level that is not clean. */
    Tensor add(Tensor image, Tensor measured, NoiseLevel level, Draws draws);
}
