package dync.data.load;

import dync.data.transform.Preparation;
import dync.runtime.UserError;

/** What is in the batches of a pass, and how pieces of them are written into buffers. */
final class BatchSource {
    private final Preparation preparation;
    private final int batch;
    private final int[] order;
    private final long stream;

    /** @param stream seed and number of the pass as one number */
    BatchSource(Preparation preparation, int batch, int[] order, long stream) {
        this.preparation = preparation;
        this.batch = batch;
        this.order = order;
        this.stream = stream;
        if ((long) batch * preparation.imageSize().values() > Integer.MAX_VALUE) {
            throw new UserError(
                    "a batch of " + batch + " images of " + preparation.imageSize() + " has more than 2^31 values",
                    "take a smaller batch");
        }
    }

    Buffer buffer() {
        return new Buffer(batch, preparation.imageSize());
    }

    Preparation.Hands hands() {
        return preparation.hands();
    }

    /** Images of a batch. */
    int count(int index) {
        return Math.min(batch, order.length - index * batch);
    }

    /** Prepares the images from one position of the batch up to another. To be called for one buffer by many threads. */
    void fill(Buffer buffer, int index, int from, int to, Preparation.Hands hands) {
        for (int i = from; i < to; i++) {
            int image = order[index * batch + i];
            buffer.put(i, hands.prepare(image, stream), preparation.images().label(image));
        }
    }
}
