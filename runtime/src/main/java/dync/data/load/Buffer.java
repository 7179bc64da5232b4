package dync.data.load;

import dync.data.ImageSize;
import dync.data.Picture;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/** Native memory for one batch, used again and again. It owns the memory, whatever scope it was made in. */
final class Buffer implements AutoCloseable {
    private final ImageSize imageSize;
    private final FloatPointer memory;
    private final FloatBuffer view;
    private final int[] labels;

    Buffer(int images, ImageSize imageSize) {
        this.imageSize = imageSize;
        this.labels = new int[images];
        try (PointerScope scope = new PointerScope()) {
            memory = new FloatPointer((long) images * imageSize.values());
            memory.retainReference();
        }
        view = memory.asBuffer();
    }

    /**
     * Takes over an image; others may be put at other positions at the same time. The memory has the channels of a pixel
     * side by side, as the picture and as the filters of a model.
     */
    void put(int position, Picture picture, int label) {
        view.put(position * imageSize.values(), picture.values(), 0, imageSize.values());
        labels[position] = label;
    }

    /** The first so many images as a batch, without copying; its tensor belongs to the current scope. */
    Batch batch(int index, int count) {
        long channels = imageSize.channels();
        long row = channels * imageSize.width();
        long[] shape = {count, channels, imageSize.height(), imageSize.width()};
        long[] strides = {row * imageSize.height(), 1, row, channels};
        return new Batch(
                index,
                torch.from_blob(memory, shape, strides, new TensorOptions(torch.ScalarType.Float)),
                Arrays.copyOf(labels, count));
    }

    @Override
    public void close() {
        memory.releaseReference();
    }
}
