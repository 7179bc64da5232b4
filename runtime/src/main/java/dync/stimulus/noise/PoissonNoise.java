package dync.stimulus.noise;

import dync.settings.Kind;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * Noise that grows with brightness, as that of counted photons. The image, moved above 0, gives the rates
 * {@code λ = max(0.1, max(0.1, x + |min x| + 0.1) · max(0.01, √N) + 0.1)}; {@code (k - λ) / √λ} with counts k of these
 * rates, scaled to variance N, is added. The sum is kept between {@link #LOWEST} and
 * {@link #HIGHEST}, far outside normalised images.
 */
@Kind(name = "poisson", value = "noise that grows with brightness, as that of counted photons")
public record PoissonNoise() implements Noise {
    /** No value goes below. */
    public static final double LOWEST = -6;

    /** No value goes above. */
    public static final double HIGHEST = 8;

    @Override
    public String name() {
        return "poisson";
    }

    @Override
    public Tensor add(Tensor image, Tensor measured, NoiseLevel level, Draws draws) {
        NoiseLevel.Over over = level.over();
        Tensor deviation = level.power(measured).sqrt();
        Scalar tenth = new Scalar(0.1);
        Tensor positive = image.add(over.smallest(image).abs()).add(tenth).clamp_min(tenth);
        Tensor rate =
                positive.mul(deviation.clamp_min(new Scalar(0.01))).add(tenth).clamp_min(tenth);
        Tensor noise = draws.poisson(rate).sub(rate).div(rate.sqrt());
        Tensor noisy = image.add(noise.mul(deviation.div(over.deviation(noise))));
        return noisy.clamp(new ScalarOptional(new Scalar(LOWEST)), new ScalarOptional(new Scalar(HIGHEST)));
    }
}
