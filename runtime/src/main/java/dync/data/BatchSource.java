package dync.data;

import java.util.Arrays;

/** Fills a buffer with the normalised pixels and the labels of a batch. */
final class BatchSource {
    private final Images images;
    private final Normalisation normalisation;
    private final int batch;
    private final int[] order;
    private final int pixels;
    private final long[] shape;
    private final float[] image;

    BatchSource(Dataset dataset, Images images, int batch, int[] order) {
        this.images = images;
        this.normalisation = dataset.normalisation();
        this.batch = batch;
        this.order = order;
        this.pixels = dataset.pixels();
        this.shape = new long[] {batch, dataset.channels(), dataset.height(), dataset.width()};
        this.image = new float[pixels];
    }

    Buffer buffer() {
        return new Buffer(shape);
    }

    /** To be called by one thread at a time. */
    void fill(Buffer buffer, int index) {
        int from = index * batch;
        int count = Math.min(batch, order.length - from);
        buffer.begin(index, count);
        for (int i = 0; i < count; i++) {
            images.read(order[from + i], image, 0);
            normalisation.apply(image, 0, pixels);
            buffer.put(i, image, images.label(order[from + i]));
        }
    }

    @Override
    public String toString() {
        return "batches of " + Arrays.toString(shape);
    }
}
