package dync.stimulus.noise;

import dync.data.Seeds;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Draws that depend on a key and the kind of device alone. libtorch's own random numbers, from which dropout draws, are
 * neither used nor changed. It belongs to the scope in which it was made.
 */
public final class SeededDraws implements Draws {
    private final Generator generator;
    private final TensorOptions options;

    /** @param key for example the seed of a run, the batch and the step: every key has numbers of its own */
    public SeededDraws(Device device, long... key) {
        generator = torch.globalContext().defaultGenerator(device).clone();
        generator.set_current_seed(Seeds.mix(key));
        options = new TensorOptions(ScalarType.Float).device(new DeviceOptional(device));
    }

    @Override
    public Tensor uniform(long... shape) {
        return torch.rand(shape, new GeneratorOptional(generator), options);
    }

    @Override
    public Tensor normal(long... shape) {
        return torch.randn(shape, new GeneratorOptional(generator), options);
    }

    @Override
    public Tensor poisson(Tensor rate) {
        return torch.poisson(rate, new GeneratorOptional(generator));
    }
}
