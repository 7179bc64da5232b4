package dync.runtime;

import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/** Whether what a stimulus shows is what a model declares to see. */
final class Frames {
    private Frames() {}

    /**
     * @param like a tensor of the weights' precision, on their device
     * @throws UserError if shape, precision or device differ
     */
    static void check(ModelInfo.Input input, long batch, Tensor frame, Tensor like) {
        long[] shape = {batch, input.channels(), input.height(), input.width()};
        if (!Arrays.equals(frame.shape(), shape)) {
            throw new UserError(
                    "input '" + input.name() + "' takes [batch, channels, height, width] = " + Arrays.toString(shape)
                            + ", the stimulus shows " + Arrays.toString(frame.shape()),
                    "set the model's channels, height and width to those of the data, or resize the data");
        }
        if (!kind(frame).equals(kind(like))) {
            throw new UserError(
                    "input '" + input.name() + "' is " + kind(frame) + ", the weights are " + kind(like),
                    "bring the stimulus to the precision and device of the model");
        }
    }

    private static String kind(Tensor tensor) {
        try (PointerScope scope = new PointerScope()) {
            return tensor.scalar_type().intern() + " on "
                    + tensor.device().str().getString();
        }
    }
}
