package dync.stimulus.noise;

import dync.settings.Kind;
import dync.stimulus.noise.NoiseLevel.Over;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Noise with the mean amplitude of the images at every spatial frequency, over all channels and, if the batch is measured
 * together, all images; its phases are evenly distributed. Scaled to variance N.
 */
@Kind("noise with the amplitudes of the images and random phases")
public record ImageSpectrum() implements AdditiveNoise {
    @Override
    public String name() {
        return "image-spectrum";
    }

    @Override
    public Tensor field(Tensor measured, Over over, Draws draws) {
        Tensor amplitudes = torch.fft_fft2(measured).abs();
        long[] pooled = over == Over.BATCH ? new long[] {0, 1} : new long[] {1};
        Tensor amplitude = amplitudes
                .mean(pooled, true, new ScalarTypeOptional())
                .expand(measured.shape())
                .contiguous();
        Tensor phases = draws.uniform(measured.shape()).mul(new Scalar(2 * Math.PI));
        return Spectra.field(torch.polar(amplitude, phases), over);
    }
}
