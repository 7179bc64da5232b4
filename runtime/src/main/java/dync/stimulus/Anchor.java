package dync.stimulus;

import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/** What a contrast of 0 leaves of an image. */
public sealed interface Anchor {
    /** The mean of the data set, which is 0 after normalisation. */
    static Anchor dataMean() {
        return new DataMean();
    }

    /** Values of {@code x}'s shape, or spread over it; empty for zeros. */
    Optional<Tensor> of(Tensor x);

    /** The mean of the data set. */
    record DataMean() implements Anchor {
        @Override
        public Optional<Tensor> of(Tensor x) {
            return Optional.empty();
        }
    }

    /** The mean of each image, channel by channel. */
    record ImageMean() implements Anchor {
        @Override
        public Optional<Tensor> of(Tensor x) {
            return Optional.of(x.mean(new long[] {2, 3}, true, new ScalarTypeOptional()));
        }
    }

    /**
     * Black.
     *
     * @param values what black is after normalisation, channel by channel
     */
    record Black(List<Double> values) implements Anchor {
        /** Copies the values. */
        public Black {
            values = List.copyOf(values);
        }

        @Override
        public Optional<Tensor> of(Tensor x) {
            Tensor black = torch.empty(
                    new long[] {1, values.size(), 1, 1},
                    new TensorOptions(x.scalar_type()).device(new DeviceOptional(x.device())),
                    null);
            for (int channel = 0; channel < values.size(); channel++) {
                black.select(1, channel).fill_(new Scalar(values.get(channel)));
            }
            return Optional.of(black);
        }
    }
}
