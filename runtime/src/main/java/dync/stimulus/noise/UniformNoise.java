package dync.stimulus.noise;

import dync.settings.Kind;
import dync.stimulus.noise.NoiseLevel.Over;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** {@code x + √(12 N) · u}, u evenly between -½ and ½, drawn for every value. */
@Kind(name = "uniform", value = "evenly distributed noise, drawn for every value")
public record UniformNoise() implements AdditiveNoise {
    @Override
    public String name() {
        return "uniform";
    }

    @Override
    public Tensor field(Tensor measured, Over over, Draws draws) {
        return draws.uniform(measured.shape()).sub(new Scalar(0.5)).mul(new Scalar(Math.sqrt(12)));
    }
}
