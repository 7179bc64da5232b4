package dync.data.load;

import dync.data.Dataset;
import dync.data.ImageSize;
import dync.data.Images;
import dync.data.Normalisation;
import dync.data.Picture;

/** Fills a buffer with the normalised pixels and the labels of a batch. */
final class BatchSource {
    private final Images images;
    private final Normalisation normalisation;
    private final int batch;
    private final int[] order;
    private final ImageSize imageSize;
    private final Picture picture = new Picture();

    BatchSource(Dataset dataset, Images images, ImageSize imageSize, int batch, int[] order) {
        this.images = images;
        this.normalisation = dataset.normalisation();
        this.batch = batch;
        this.order = order;
        this.imageSize = imageSize;
    }

    Buffer buffer() {
        return new Buffer(batch, imageSize);
    }

    /** To be called by one thread at a time. */
    void fill(Buffer buffer, int index) {
        int from = index * batch;
        int count = Math.min(batch, order.length - from);
        buffer.begin(index, count);
        for (int i = 0; i < count; i++) {
            images.read(order[from + i], picture);
            normalisation.apply(picture);
            buffer.put(i, picture, images.label(order[from + i]));
        }
    }

    @Override
    public String toString() {
        return batch + " images of " + imageSize;
    }
}
