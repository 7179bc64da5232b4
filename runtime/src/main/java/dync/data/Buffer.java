package dync.data;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/** Native memory for one batch, used again and again. It owns the memory, whatever scope it was made in. */
final class Buffer implements AutoCloseable {
    private final long[] shape;
    private final int pixels;
    private final FloatPointer memory;
    private final FloatBuffer view;
    private final int[] labels;
    private int index;
    private int count;

    Buffer(long[] shape) {
        this.shape = shape.clone();
        this.pixels = Math.toIntExact(shape[1] * shape[2] * shape[3]);
        this.labels = new int[(int) shape[0]];
        try (PointerScope scope = new PointerScope()) {
            memory = new FloatPointer(shape[0] * pixels);
            memory.retainReference();
        }
        view = memory.asBuffer();
    }

    void begin(int batchIndex, int images) {
        index = batchIndex;
        count = images;
    }

    void put(int position, float[] image, int label) {
        view.put(position * pixels, image, 0, pixels);
        labels[position] = label;
    }

    /** The contents as a batch, without copying; its tensor belongs to the current scope. */
    Batch batch() {
        long[] filled = shape.clone();
        filled[0] = count;
        return new Batch(
                index,
                torch.from_blob(memory, filled, new TensorOptions(torch.ScalarType.Float)),
                Arrays.copyOf(labels, count));
    }

    @Override
    public void close() {
        memory.releaseReference();
    }
}
