package dync.stimulus.noise;

import dync.runtime.UserError;
import java.util.OptionalDouble;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Noise with a given spectrum and random phases, scaled to variance N over the whole batch.
 *
 * <p>Either the power falls with the spatial frequency f (cycles a pixel, both directions together) as {@code f^α}:
 * complex normal numbers times {@code f^(α/2)}, where the frequency 0 counts as {@link #LOWEST_FREQUENCY}. Or it has the
 * mean amplitude of all images and channels of the batch at every frequency, and phases evenly distributed. A real
 * picture has {@code S(-f) = conj(S(f))}: of two such frequencies the one that comes first, row by row, decides; on the
 * two axes the real part of the inverse transform takes the mean of both.
 *
 * @param exponent α; empty takes the spectrum of the images
 */
public record PhaseScrambled(OptionalDouble exponent) implements AdditiveNoise {
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
        if (exponent.isPresent() && !Double.isFinite(exponent.getAsDouble())) {
            throw new UserError(
                    "a spectrum cannot fall with exponent " + exponent.getAsDouble(),
                    "give a finite number such as -1");
        }
    }

    /** Power falls as {@code f^exponent}. */
    public static PhaseScrambled falling(double exponent) {
        return new PhaseScrambled(OptionalDouble.of(exponent));
    }

    /** The spectrum of the images that are shown. */
    public static PhaseScrambled ofImages() {
        return new PhaseScrambled(OptionalDouble.empty());
    }

    @Override
    public String name() {
        return "phase-scrambled";
    }

    @Override
    public Tensor field(Tensor image, Draws draws) {
        long[] shape = image.shape();
        Tensor spectrum = exponent.isPresent()
                ? falling(shape, exponent.getAsDouble(), draws)
                : torch.polar(amplitude(image), draws.uniform(shape).mul(new Scalar(2 * Math.PI)));
        Tensor noise = torch.real(torch.fft_ifft2(hermitian(spectrum)));
        return noise.div(noise.std(true));
    }

    private static Tensor amplitude(Tensor image) {
        return torch.fft_fft2(image).abs().mean(0, 1).expand(image.shape()).contiguous();
    }

    private static Tensor falling(long[] shape, double exponent, Draws draws) {
        Tensor parts = draws.normal(shape[0], shape[1], 2, shape[2], shape[3]);
        Tensor white = torch.view_as_complex(parts.permute(0, 1, 3, 4, 2).contiguous());
        Tensor down = torch.fft_fftfreq(shape[2], 1, parts.options()).unsqueeze(1);
        Tensor across = torch.fft_fftfreq(shape[3], 1, parts.options()).unsqueeze(0);
        Tensor frequency = down.square().add(across.square()).sqrt().clamp_min(new Scalar(LOWEST_FREQUENCY));
        return white.mul(frequency.pow(new Scalar(exponent / 2)));
    }

    /** {@code S(-f) = conj(S(f))} for every frequency off the axes. */
    private static Tensor hermitian(Tensor spectrum) {
        long height = spectrum.size(2);
        long width = spectrum.size(3);
        if (height < 2 || width < 2) {
            return spectrum;
        }
        Tensor inner = spectrum.narrow(2, 1, height - 1).narrow(3, 1, width - 1);
        Tensor mirrored = inner.flip(2, 3).conj().resolve_conj();
        // counted through, a frequency and its mirror image are as far from the two ends
        long places = (height - 1) * (width - 1);
        Tensor place = torch.arange(new Scalar(places), new TensorOptions(spectrum.device()))
                .view(height - 1, width - 1);
        Tensor first = place.mul(new Scalar(2)).lt(new Scalar(places));
        Tensor chosen = torch.where(first, inner, mirrored);
        Tensor lower =
                torch.cat(new TensorVector(spectrum.narrow(2, 1, height - 1).narrow(3, 0, 1), chosen), 3);
        return torch.cat(new TensorVector(spectrum.narrow(2, 0, 1), lower), 2);
    }
}
