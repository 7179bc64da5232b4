package dync.stimulus.noise;

import dync.stimulus.noise.NoiseLevel.Over;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * From spectra to pictures. A real picture has {@code S(-f) = conj(S(f))}: of two such frequencies the one that comes first,
 * row by row, decides; on the two axes the real part of the inverse transform takes the mean of both.
 */
final class Spectra {
    private Spectra() {}

    /** The picture of a spectrum {@code [B, C, H, W]}, scaled to variance 1. */
    static Tensor field(Tensor spectrum, Over over) {
        Tensor noise = torch.real(torch.fft_ifft2(hermitian(spectrum)));
        return noise.div(over.deviation(noise));
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
