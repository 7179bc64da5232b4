package dync.stimulus.noise;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Draws for a batch that come for every image from a source of its own, so that those of an image do not depend on what
 * else is in the batch. The first axis of every shape is that of the images.
 *
 * @param images one source an image
 */
public record SampleDraws(List<? extends Draws> images) implements Draws {
    /** Copies the list. */
    public SampleDraws {
        images = List.copyOf(images);
    }

    @Override
    public Tensor uniform(long... shape) {
        return together(draws -> draws.uniform(ofOne(shape)));
    }

    @Override
    public Tensor normal(long... shape) {
        return together(draws -> draws.normal(ofOne(shape)));
    }

    @Override
    public Tensor poisson(Tensor rate) {
        Tensor[] counts = new Tensor[images.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = images.get(i).poisson(rate.narrow(0, i, 1));
        }
        return torch.cat(new TensorVector(counts), 0);
    }

    private long[] ofOne(long[] shape) {
        if (shape[0] != images.size()) {
            throw new IllegalArgumentException(
                    images.size() + " images cannot draw numbers of the shape " + Arrays.toString(shape));
        }
        long[] one = shape.clone();
        one[0] = 1;
        return one;
    }

    private Tensor together(Function<Draws, Tensor> draw) {
        Tensor[] each = images.stream().map(draw).toArray(Tensor[]::new);
        return torch.cat(new TensorVector(each), 0);
    }
}
