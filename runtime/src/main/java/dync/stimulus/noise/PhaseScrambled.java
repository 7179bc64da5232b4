package dync.stimulus.noise;

import dync.runtime.UserError;
import dync.settings.Key;
import dync.settings.Kind;
import dync.stimulus.noise.NoiseLevel.Over;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Noise with random phases whose power falls with the spatial frequency f (cycles a pixel, both directions together) as
 * {@code f^α}, scaled to variance N: complex normal numbers times {@code f^(α/2)}. The frequency 0,
 * the mean of a picture, has no power; or it counts as {@link #LOWEST_FREQUENCY}, as in the reference toolbox, and then the
 * mean of a picture outweighs all that is in it.
 *
 * @param exponent α
 * @param offset whether a picture has a mean of its own
 */
@Kind("noise with random phases whose power falls with spatial frequency")
public record PhaseScrambled(
        @Key(value = "power falls as frequency to this exponent", standard = "-1")
        double exponent,

        @Key(
                value = "each picture has a mean of its own, which outweighs the rest, as in the reference toolbox",
                standard = "false")
        boolean offset)
        implements AdditiveNoise {
    /** The reference's α: power falls as 1/f. */
    public static final double USUAL_EXPONENT = -1;

    /** Stands for the frequency 0, in cycles a pixel. */
    public static final double LOWEST_FREQUENCY = 1e-8;

    /**
     * Checks the exponent.
     *
     * @throws UserError if it is not a finite number
     */
    public PhaseScrambled {
        if (!Double.isFinite(exponent)) {
            throw new UserError("a spectrum cannot fall with exponent " + exponent, "give a finite number such as -1");
        }
    }

    /** Without a mean. */
    public PhaseScrambled(double exponent) {
        this(exponent, false);
    }

    @Override
    public String name() {
        return "phase-scrambled";
    }

    @Override
    public Tensor field(Tensor measured, Over over, Draws draws) {
        long[] shape = measured.shape();
        Tensor parts = draws.normal(shape[0], shape[1], 2, shape[2], shape[3]);
        Tensor white = torch.view_as_complex(parts.permute(0, 1, 3, 4, 2).contiguous());
        Tensor down = torch.fft_fftfreq(shape[2], 1, parts.options()).unsqueeze(1);
        Tensor across = torch.fft_fftfreq(shape[3], 1, parts.options()).unsqueeze(0);
        Tensor frequency = down.square().add(across.square()).sqrt();
        Tensor amplitude = frequency.clamp_min(new Scalar(LOWEST_FREQUENCY)).pow(new Scalar(exponent / 2));
        return Spectra.field(white.mul(offset ? amplitude : amplitude.mul(frequency.gt(new Scalar(0.0)))), over);
    }
}
