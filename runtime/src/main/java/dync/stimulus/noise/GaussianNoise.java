package dync.stimulus.noise;

import dync.settings.Kind;
import dync.stimulus.noise.NoiseLevel.Over;
import org.bytedeco.pytorch.Tensor;

/** {@code x + √N · n}, n normal with mean 0 and variance 1, drawn for every value. */
@Kind(name = "gaussian", value = "normal noise, drawn for every value")
public record GaussianNoise() implements AdditiveNoise {
    @Override
    public String name() {
        return "gaussian";
    }

    @Override
    public Tensor field(Tensor measured, Over over, Draws draws) {
        return draws.normal(measured.shape());
    }
}
