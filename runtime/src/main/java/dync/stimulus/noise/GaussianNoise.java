package dync.stimulus.noise;

import org.bytedeco.pytorch.Tensor;

/** {@code x + √N · n}, n normal with mean 0 and variance 1, drawn for every value. */
public record GaussianNoise() implements AdditiveNoise {
    @Override
    public String name() {
        return "gaussian";
    }

    @Override
    public Tensor field(Tensor image, Draws draws) {
        return draws.normal(image.shape());
    }
}
